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
import refocus.cases.access.AccessFile;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand.BreakGlass;
import refocus.cases.access.ChildAccessCommand.ReviewGlassBreak;
import refocus.cases.access.http.AccessShown.GlassShown;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Done;

/// Breaks the glass before a restricted record, and reviews that it was broken.
@Path("/v1/children/{id}/break-glass")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class GlassResource {

    /// @param reason a code of `glass-reason`, or words of one's own: nobody looks for a code in an emergency
    record Breaking(@NotBlank @Size(max = 20_000) String reason, Optional<@Size(max = 20_000) String> explanation) {}

    record Review(@NotBlank String outcome, Optional<@Size(max = 20_000) String> note, Optional<Instant> occurredAt) {}

    /// @param until the moment it closes by itself
    record GlassCreated(UUID id, long version, Instant until) {}

    private final AccessDesk desk;
    private final Access access;
    private final ShownAccess shown;
    private final CodeSets codes;

    GlassResource(AccessDesk desk, Access access, ShownAccess shown, CodeSets codes) {
        this.desk = desk;
        this.access = access;
        this.shown = shown;
        this.codes = codes;
    }

    /// From now on, whenever it is said to have happened.
    @POST
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
    public Uni<RestResponse<GlassCreated>> breakGlass(
            @PathParam("id") UUID id, @NotNull @Valid Breaking asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(Optional.empty());
        var command = new BreakGlass(
                id,
                caller.newId("glass"),
                caller.worker().orElseThrow(ForbiddenException::new),
                desk.why("glass-reason", asked.reason(), asked.explanation()),
                asking.occurredAt());
        return desk.mustBeOnRecord(id)
                .chain(() -> access.mustNotBeConnected(id, "break-glass", caller))
                .chain(() -> desk.handle(id, command, asking))
                .flatMap(done -> desk.of(id).map(state -> broken(done, state, command)));
    }

    private static RestResponse<GlassCreated> broken(Done done, ChildAccess state, BreakGlass command) {
        AccessFile file = state.file();
        UUID glass = ChildAccess.glassOf(state, command);
        return Replies.createdSaying(
                done,
                "/v1/children/%s/break-glass/%s".formatted(command.child(), glass),
                new GlassCreated(glass, done.version(), file.broken(glass).until()));
    }

    /// For those who see the record, be it through the glass, and for those who keep restrictions.
    @GET
    @Path("{gid}")
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
    public Uni<RestResponse<GlassShown>> read(
            @PathParam("id") UUID id, @PathParam("gid") UUID glass, @BeanParam Caller caller) {
        return shown.read(id, "break-glass", caller, found -> found.glass(glass));
    }

    @POST
    @Path("{gid}/review")
    public Uni<RestResponse<Replies.Version>> review(
            @PathParam("id") UUID id,
            @PathParam("gid") UUID glass,
            @NotNull @Valid Review asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("glass-outcome", "outcome", asked.outcome());
        var command = new ReviewGlassBreak(
                id, glass, caller.worker().orElseThrow(ForbiddenException::new), asked.outcome(), asked.note());
        return desk.mustBeOnRecord(id)
                .chain(() -> access.keep(id, "break-glass", caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }
}
