package refocus.cases.access.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.SERVICE_MANAGER;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import refocus.cases.access.ChildAccessCommand.GrantAccess;
import refocus.cases.access.ChildAccessCommand.RevokeGrant;
import refocus.cases.access.http.AccessShown.GrantShown;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;

/// Lets workers in to a restricted record, each until a moment or until it is taken back.
@Path("/v1/children/{id}/grants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({SERVICE_MANAGER, HEAD_OF_SERVICE})
class GrantResource {

    /// @param reason a code of `grant-reason`, or words of one's own
    /// @param until the moment it ends by itself, where it shall
    record Granting(
            @NotNull UUID worker,
            @NotBlank @Size(max = 20_000) String reason,
            Optional<@Size(max = 20_000) String> explanation,
            Optional<Instant> until,
            Optional<Instant> occurredAt) {}

    record Revocation(Optional<String> reason, Optional<Instant> occurredAt) {}

    private final AccessDesk desk;
    private final Access access;
    private final ShownAccess shown;
    private final CodeSets codes;

    GrantResource(AccessDesk desk, Access access, ShownAccess shown, CodeSets codes) {
        this.desk = desk;
        this.access = access;
        this.shown = shown;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> grant(
            @PathParam("id") UUID id, @NotNull @Valid Granting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID grant = caller.newId("grant");
        var command = new GrantAccess(
                id,
                grant,
                asked.worker(),
                desk.why("grant-reason", asked.reason(), asked.explanation()),
                asked.until(),
                caller.worker().orElseThrow(ForbiddenException::new),
                Instant.now());
        return desk.mustBeOnRecord(id)
                .chain(() -> access.keep(id, "grant", caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(done -> Replies.created(done, "/v1/children/%s/grants/".formatted(id), grant));
    }

    @GET
    @Path("{gid}")
    public Uni<RestResponse<GrantShown>> read(
            @PathParam("id") UUID id, @PathParam("gid") UUID grant, @BeanParam Caller caller) {
        return shown.read(id, "grant", caller, found -> found.grant(grant));
    }

    @POST
    @Path("{gid}/revocation")
    public Uni<RestResponse<Replies.Version>> revoke(
            @PathParam("id") UUID id,
            @PathParam("gid") UUID grant,
            @NotNull @Valid Revocation asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("revocation-reason", "reason", asked.reason());
        return desk.mustBeOnRecord(id)
                .chain(() -> access.keep(id, "grant", caller))
                .chain(() -> desk.current(id))
                .map(found -> found.orElseThrow(() -> new Unknown("grant")))
                .chain(() -> desk.handle(id, new RevokeGrant(grant, asked.reason()), asking))
                .map(Replies::done);
    }
}
