package refocus.cases.childcase.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.child.http.KnownChildren;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.ChildCase;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// The work itself: time with the child, and for the child with others. One call each.
@Path("/v1/cases/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class DirectWorkResource {

    private final Desk<CaseCommand, CaseEvent, ChildCase> desk;
    private final CaseDoor door;
    private final KnownChildren children;
    private final CodeSets codes;

    DirectWorkResource(Desks desks, CaseDoor door, KnownChildren children, CodeSets codes) {
        this.desk = desks.of(ChildCase.TYPE);
        this.door = door;
        this.children = children;
        this.codes = codes;
    }

    @POST
    @Path("direct-work")
    public Uni<RestResponse<Replies.Version>> directWork(
            @PathParam("id") UUID id, @NotNull @Valid SessionTold asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        CaseCommand command = asked.checked(codes).asked(workers(asked.workers(), caller), CaseResource.when(asking));
        return door.use(id, "direct-work", caller)
                .chain(() -> children.mustBeKnown("children", asked.childrenNamed(), caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    @POST
    @Path("notes")
    public Uni<RestResponse<Replies.Version>> note(
            @PathParam("id") UUID id, @NotNull @Valid NoteTold asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        CaseCommand command = asked.checked(codes).asked(workers(asked.workers(), caller), CaseResource.when(asking));
        return door.use(id, "note", caller)
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    /// Who did it: the caller, unless the request names others.
    private static List<UUID> workers(Optional<List<UUID>> named, Caller caller) {
        return named.filter(workers -> !workers.isEmpty())
                .map(workers -> workers.stream().distinct().toList())
                .or(() -> caller.worker().map(List::of))
                .orElseThrow(() -> new Impossible("workers", "worker-needed"));
    }
}
