package refocus.reporting.catalogue.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.eventsourcing.http.Caller;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.figures.Report;

/// One report, as JSON or as CSV with its definition.
@Path("/v1/reports/{name}")
@RolesAllowed({
    "analyst",
    "team-manager",
    "service-manager",
    "head-of-service",
    "reviewing-officer",
    "practitioner",
    "senior-practitioner",
    "support-worker",
    "personal-adviser",
    "duty",
    "hr-officer",
    "recruiter",
    "barrier-owner",
    "reports.read"
})
class ReportResource {

    /// Only who asks for it gets it: JSON is what `*/*` means.
    private static final String CSV = "text/csv;qs=0.5";

    private final Reports reports;
    private final Answers answers;

    ReportResource(Reports reports, Answers answers) {
        this.reports = reports;
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A report's figures for a period, as JSON or CSV")
    public Uni<ReportReply> figures(
            @PathParam("name") String name, @BeanParam AskedReport asked, @BeanParam Caller caller) {
        return answer(name, asked, caller).map(ReportReply::of);
    }

    @GET
    @Produces(CSV)
    @Operation(summary = "A report's figures for a period, as JSON or CSV")
    @APIResponse(
            responseCode = "200",
            description = "The figures; the Link header of the CSV leads to its definition",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<String>> csv(
            @PathParam("name") String name, @BeanParam AskedReport asked, @BeanParam Caller caller) {
        return answer(name, asked, caller)
                .map(answer -> ResponseBuilder.ok(answer.csv(), Answer.CSV)
                        .header(
                                HttpHeaders.LINK,
                                "</v1/reports/%s/csv-definition>; rel=\"describedby\"; type=\"%s\""
                                        .formatted(name, CsvDefinition.MEDIA_TYPE))
                        .build());
    }

    @GET
    @Path("csv-definition")
    @Produces({CsvDefinition.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "What the columns of the CSV mean (CSV on the Web), in English and Welsh")
    public CsvDefinition definition(@PathParam("name") String name) {
        return CsvDefinition.of(reports.named(name));
    }

    private Uni<Answer> answer(String name, AskedReport asked, Caller caller) {
        Report report = reports.named(name);
        return answers.to(report, asked.question(report), caller);
    }
}
