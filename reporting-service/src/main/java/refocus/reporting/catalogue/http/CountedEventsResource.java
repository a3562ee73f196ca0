package refocus.reporting.catalogue.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.PageRequest;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.figures.Report;

/// The events behind a figure, for those who answer for it. It names streams and says nothing about anybody: what is in
/// them is for case-service to show, to whom it may. Of children whose records are restricted it tells the number only:
/// who has a basis to see them, case-service knows.
@Path("/v1/reports/{name}/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"analyst", "team-manager", "service-manager", "head-of-service"})
class CountedEventsResource {

    private final Reports reports;
    private final Answers answers;

    CountedEventsResource(Reports reports, Answers answers) {
        this.reports = reports;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "The events that the figure for the whole period counts, oldest first")
    public Uni<Behind> events(
            @PathParam("name") String name,
            @BeanParam AskedReport asked,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        Report report = reports.named(name);
        return answers.behind(report, asked.question(report), page, caller);
    }
}
