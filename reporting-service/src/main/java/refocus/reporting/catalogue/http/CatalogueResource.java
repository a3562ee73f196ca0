package refocus.reporting.catalogue.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.catalogue.Words;
import refocus.reporting.figures.Report;
import refocus.reporting.period.By;

/// The reports there are, in the reader's language.
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
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
class CatalogueResource {

    private final Reports reports;

    CatalogueResource(Reports reports) {
        this.reports = reports;
    }

    /// @param unit what the numerator and denominator count
    /// @param groupings what `by` takes
    record Entry(
            String name,
            String title,
            String definition,
            String numerator,
            String denominator,
            String unit,
            List<String> groupings,
            List<Meaning> columns,
            int version) {

        static Entry of(Report report, Words words) {
            return new Entry(
                    report.name(),
                    words.of(report, "title"),
                    words.of(report, "definition"),
                    words.of(report, "numerator"),
                    words.of(report, "denominator"),
                    words.of(report, "unit"),
                    Stream.concat(By.codes().stream(), report.groupings().stream())
                            .toList(),
                    report.columns().stream()
                            .map(column -> new Meaning(column.name(), words.of(report, column)))
                            .toList(),
                    report.version());
        }
    }

    /// What a column is called for people.
    record Meaning(String name, String title) {}

    @GET
    @Operation(summary = "The reports: name, definition, numerator, denominator, unit, groupings")
    public RestResponse<Page<Entry>> catalogue(@BeanParam PageRequest page, @BeanParam Caller caller) {
        Words words = Words.in(caller.language());
        List<Report> from = reports.all().stream()
                .filter(report ->
                        page.after().stream().allMatch(last -> report.name().compareTo(last.text(0)) > 0))
                .limit(page.rows())
                .toList();
        return ResponseBuilder.ok(
                        Page.of(from, page, report -> List.of(report.name())).map(report -> Entry.of(report, words)))
                .header(HttpHeaders.CONTENT_LANGUAGE, caller.language().tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
