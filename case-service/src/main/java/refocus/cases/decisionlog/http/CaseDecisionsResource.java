package refocus.cases.decisionlog.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import refocus.cases.access.http.Purpose;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Where;

/// The decisions about one case, newest first.
@Path("/v1/cases/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class CaseDecisionsResource {

    private final DecisionLog log;

    CaseDecisionsResource(DecisionLog log) {
        this.log = log;
    }

    @GET
    public Uni<Page<DecisionLog.Listed>> list(
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        return log.list(new Where().and("t.case_id = ?", id), page, caller, purpose);
    }
}
