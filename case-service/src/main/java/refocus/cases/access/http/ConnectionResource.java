package refocus.cases.access.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.Managers;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand.DeclareConnection;
import refocus.cases.access.http.AccessShown.ConnectionShown;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;

/// Declares that a worker is related to a child or lives with them: one says it of oneself, a manager of anyone.
@Path("/v1/children/{id}/connections")
@Consumes(MediaType.APPLICATION_JSON)
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
class ConnectionResource {

    /// @param worker the caller, unless it names another
    /// @param kind a code of `connection-kind`; related, unless it says otherwise
    record Declaring(Optional<UUID> worker, Optional<String> kind, Optional<Instant> occurredAt) {}

    private final AccessDesk desk;
    private final Access access;
    private final ShownAccess shown;
    private final CodeSets codes;

    ConnectionResource(AccessDesk desk, Access access, ShownAccess shown, CodeSets codes) {
        this.desk = desk;
        this.access = access;
        this.shown = shown;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> declare(
            @PathParam("id") UUID id, @NotNull @Valid Declaring asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String kind = codes.checked("connection-kind", "kind", asked.kind().orElse("RELATED"));
        var command = new DeclareConnection(caller.newId("connection"), whose(asked, caller), kind);
        return desk.mustBeOnRecord(id)
                .chain(() -> desk.of(id))
                .chain(state -> saysAgain(state, command, caller)
                        ? Uni.createFrom().voidItem()
                        : access.keep(id, "connection", caller))
                .chain(() -> desk.handle(id, command, asking))
                .flatMap(done -> desk.of(id)
                        .map(state -> Replies.created(
                                done,
                                "/v1/children/%s/connections/".formatted(id),
                                ChildAccess.connectionOf(state, command))));
    }

    @GET
    @Path("{cid}")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<ConnectionShown>> read(
            @PathParam("id") UUID id, @PathParam("cid") UUID connection, @BeanParam Caller caller) {
        return shown.read(id, "connection", caller, found -> found.connection(connection));
    }

    /// Who declared themselves near the child sees nothing of it any more, and may say so twice.
    private static boolean saysAgain(ChildAccess state, DeclareConnection asked, Caller caller) {
        return caller.worker().equals(Optional.of(asked.worker()))
                && state.file().connects(asked.worker());
    }

    private static UUID whose(Declaring asked, Caller caller) {
        if (Managers.include(caller)) {
            return asked.worker().or(caller::worker).orElseThrow(() -> new Impossible("worker", "worker-needed"));
        }
        UUID own = caller.worker().orElseThrow(ForbiddenException::new);
        if (asked.worker().filter(other -> !other.equals(own)).isPresent()) {
            throw new ForbiddenException();
        }
        return own;
    }
}
