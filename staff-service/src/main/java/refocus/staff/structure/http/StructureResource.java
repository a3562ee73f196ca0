package refocus.staff.structure.http;

import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.Words;
import refocus.staff.structure.Structure;
import refocus.staff.structure.StructureCommand;
import refocus.staff.structure.StructureCommand.CloseBase;
import refocus.staff.structure.StructureCommand.DissolveTeam;
import refocus.staff.structure.StructureCommand.FormTeam;
import refocus.staff.structure.StructureCommand.MergeTeams;
import refocus.staff.structure.StructureCommand.OpenBase;
import refocus.staff.structure.StructureEvent;

/// Teams and bases: formed, merged, opened and closed.
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class StructureResource {

    record Forming(
            @NotNull @Valid Words name,
            Optional<UUID> base,
            Optional<LocalDate> formedOn,
            Optional<Instant> occurredAt) {}

    record Merging(
            @NotEmpty @Size(max = 100) List<@NotNull UUID> from,
            @NotNull UUID into,
            Optional<LocalDate> effectiveOn,
            Optional<Instant> occurredAt) {}

    record Dissolving(Optional<LocalDate> dissolvedOn, Optional<Instant> occurredAt) {}

    record Opening(@NotNull @Valid Words name, Optional<LocalDate> openedOn, Optional<Instant> occurredAt) {}

    record Closing(Optional<UUID> into, Optional<LocalDate> closedOn, Optional<Instant> occurredAt) {}

    private final Desk<StructureCommand, StructureEvent, Structure> desk;

    StructureResource(Desks desks) {
        this.desk = desks.of(Structure.TYPE);
    }

    @POST
    @Path("teams")
    public Uni<RestResponse<Replies.Created>> form(@NotNull @Valid Forming asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID team = caller.newId("team");
        var command = new FormTeam(team, asked.name().known(), asked.base(), day(asked.formedOn(), asking));
        return desk.handle(Structure.ID, command, asking).map(done -> Replies.created(done, "/v1/teams/", team));
    }

    @POST
    @Path("teams/merges")
    public Uni<RestResponse<Replies.Version>> merge(@NotNull @Valid Merging asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        return handle(new MergeTeams(asked.from(), asked.into(), day(asked.effectiveOn(), asking)), asking);
    }

    @POST
    @Path("teams/{id}/dissolution")
    public Uni<RestResponse<Replies.Version>> dissolve(
            @PathParam("id") UUID id, @NotNull @Valid Dissolving asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        return handle(new DissolveTeam(id, day(asked.dissolvedOn(), asking)), asking);
    }

    @POST
    @Path("bases")
    public Uni<RestResponse<Replies.Created>> open(@NotNull @Valid Opening asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID base = caller.newId("base");
        var command = new OpenBase(base, asked.name().known(), day(asked.openedOn(), asking));
        return desk.handle(Structure.ID, command, asking).map(done -> Replies.created(done, "/v1/bases/", base));
    }

    @POST
    @Path("bases/{id}/closure")
    public Uni<RestResponse<Replies.Version>> close(
            @PathParam("id") UUID id, @NotNull @Valid Closing asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        return handle(new CloseBase(id, asked.into(), day(asked.closedOn(), asking)), asking);
    }

    private Uni<RestResponse<Replies.Version>> handle(StructureCommand command, Asking asking) {
        return desk.handle(Structure.ID, command, asking).map(Replies::done);
    }

    private static LocalDate day(Optional<LocalDate> told, Asking asking) {
        return told.orElseGet(() -> Wales.dayOf(asking.occurredAt()));
    }
}
