package refocus.cases.accesslog.http;

import static refocus.cases.Roles.AUDITOR;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildEvent;
import refocus.eventsourcing.audit.AccessLog;
import refocus.eventsourcing.audit.Disclosed;
import refocus.eventsourcing.audit.Disclosures;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// Who saw a child's record and who was refused it, newest first. To look here is itself put down, and shows next time.
@Path("/v1/children/{id}/access-log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(AUDITOR)
class AccessLogResource {

    private final Desk<ChildCommand, ChildEvent, Child> children;
    private final AccessLog accesses;
    private final Disclosures disclosures;

    AccessLogResource(Desks desks, AccessLog accesses, Disclosures disclosures) {
        this.children = desks.of(Child.TYPE);
        this.accesses = accesses;
        this.disclosures = disclosures;
    }

    @GET
    public Uni<Page<AccessLog.Entry>> read(
            @PathParam("id") UUID id, @BeanParam PageRequest page, @BeanParam Caller caller) {
        return children.read(id)
                .chain(() -> accesses.of(id, page))
                .call(shown -> disclosures.record(
                        caller,
                        List.of(new Disclosed(
                                id,
                                "access-log",
                                "AUDIT",
                                Optional.empty(),
                                shown.items().size()))));
    }
}
