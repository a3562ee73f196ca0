package refocus.cases.access.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.SERVICE_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import refocus.cases.access.ChildAccessCommand.LiftRestriction;
import refocus.cases.access.ChildAccessCommand.RestrictAccess;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;

/// Restricts a child's record, lifts that, and shows those who do who was let in. None of it shows the record.
@Path("/v1/children/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({SERVICE_MANAGER, HEAD_OF_SERVICE})
class RestrictionResource {

    record Restriction(@NotBlank String reason, Optional<Instant> occurredAt) {}

    record Lifting(Optional<String> reason, Optional<Instant> occurredAt) {}

    private final AccessDesk desk;
    private final Access access;
    private final CodeSets codes;
    private final ShownAccess shown;

    RestrictionResource(AccessDesk desk, Access access, CodeSets codes, ShownAccess shown) {
        this.desk = desk;
        this.access = access;
        this.codes = codes;
        this.shown = shown;
    }

    @POST
    @Path("restriction")
    public Uni<RestResponse<Replies.Version>> restrict(
            @PathParam("id") UUID id, @NotNull @Valid Restriction asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("restriction-reason", "reason", asked.reason());
        var command = new RestrictAccess(asked.reason(), caller.worker());
        return desk.mustBeOnRecord(id)
                .chain(() -> access.keep(id, "restriction", caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    @POST
    @Path("restriction/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("id") UUID id, @NotNull @Valid Lifting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("lifting-reason", "reason", asked.reason());
        var command = new LiftRestriction(asked.reason(), caller.worker());
        return desk.mustBeOnRecord(id)
                .chain(() -> access.keep(id, "restriction", caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    @GET
    @Path("access")
    public Uni<RestResponse<AccessShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return shown.read(id, "access", caller, found -> found);
    }
}
