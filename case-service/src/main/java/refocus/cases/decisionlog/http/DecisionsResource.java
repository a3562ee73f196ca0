package refocus.cases.decisionlog.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import refocus.cases.access.http.Purpose;
import refocus.cases.decisionlog.DecisionEntry.Status;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Where;

/// Decisions of the whole service, newest first: what waits to be taken, and what was done outside a rule, is for a
/// manager to see.
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class DecisionsResource {

    private final DecisionLog log;

    DecisionsResource(DecisionLog log) {
        this.log = log;
    }

    @GET
    public Uni<Page<DecisionLog.Listed>> list(
            @QueryParam("status") Optional<Status> status,
            @QueryParam("outsideRule") Optional<Boolean> outsideRule,
            @BeanParam PageRequest page,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        var where = new Where();
        status.ifPresent(wanted -> where.and("t.status = ?", wanted.name()));
        outsideRule.ifPresent(wanted -> where.and("? = (t.outside_rule is not null)", wanted));
        return log.list(where, page, caller, purpose);
    }
}
