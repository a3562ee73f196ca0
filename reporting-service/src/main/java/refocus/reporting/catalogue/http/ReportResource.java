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
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.eventsourcing.http.Caller;
import refocus.reporting.catalogue.Completeness;
import refocus.reporting.catalogue.OwnWrites;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.figures.Csv;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Suppression;

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
    "barrier-owner",
    "panel-member",
    "system"
})
class ReportResource {

    /// Only who asks for it gets it: JSON is what `*/*` means.
    private static final String CSV = "text/csv;qs=0.5";

    private final Reports reports;
    private final OwnWrites ownWrites;
    private final Completeness completeness;

    ReportResource(Reports reports, OwnWrites ownWrites, Completeness completeness) {
        this.reports = reports;
        this.ownWrites = ownWrites;
        this.completeness = completeness;
    }

    private record Answer(Report report, Question question, Optional<Instant> completeThrough, Figures figures) {

        ReportReply reply() {
            return ReportReply.of(report, question, completeThrough, figures);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A report's figures for a period, as JSON or CSV")
    public Uni<ReportReply> figures(
            @PathParam("name") String name, @BeanParam AskedReport asked, @BeanParam Caller caller) {
        return answer(name, asked, caller).map(Answer::reply);
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
                .map(answer -> ResponseBuilder.ok(
                                Csv.of(answer.report().columns(), answer.figures()),
                                "text/csv; charset=utf-8; header=present")
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
        Question question = asked.question(report);
        return ownWrites
                .in(report, caller)
                .chain(() -> completeness.covering(report, question.asOf()))
                .chain(through -> report.answer(question)
                        .map(figures -> new Answer(report, question, through, shown(report, figures, caller))));
    }

    private static Figures shown(Report report, Figures figures, Caller caller) {
        return Readers.isOutside(caller)
                ? Suppression.of(report.columns(), figures)
                : Suppression.ofVoices(report.columns(), figures);
    }
}
