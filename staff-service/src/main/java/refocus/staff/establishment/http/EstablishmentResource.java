package refocus.staff.establishment.http;

import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.HR_OFFICER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.establishment.Establishment;
import refocus.staff.establishment.EstablishmentCommand;
import refocus.staff.establishment.EstablishmentCommand.SetPosts;
import refocus.staff.establishment.EstablishmentEvent;
import refocus.staff.structure.http.KnownStructure;

/// How many posts of a role a team is meant to have.
@Path("/v1/establishment/{team}/{role}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class EstablishmentResource {

    record Setting(@NotNull BigDecimal fte, Optional<LocalDate> from, Optional<Instant> occurredAt) {}

    record PostsShown(UUID team, String role, BigDecimal fte, LocalDate from) {

        static PostsShown of(Establishment state) {
            return switch (state) {
                case Establishment.Unset _ -> throw new Unknown("establishment");
                case Establishment.Posts(var set) -> new PostsShown(set.team(), set.role(), set.fte(), set.from());
            };
        }
    }

    private final Desk<EstablishmentCommand, EstablishmentEvent, Establishment> desk;
    private final KnownStructure structure;
    private final CodeSets codes;

    EstablishmentResource(Desks desks, KnownStructure structure, CodeSets codes) {
        this.desk = desks.of(Establishment.TYPE);
        this.structure = structure;
        this.codes = codes;
    }

    /// What stands already is only changed by who has seen it.
    @PUT
    public Uni<RestResponse<Replies.Version>> set(
            @PathParam("team") UUID team,
            @PathParam("role") String role,
            @NotNull @Valid Setting asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID id = Establishment.of(team, codes.checked("worker-role", "role", role));
        return structure
                .now()
                .map(now -> now.team(team).orElseThrow(() -> new Unknown("team")))
                .chain(() -> desk.read(id)
                        .invoke(_ -> caller.asksHavingSeen(asked.occurredAt()))
                        .onFailure(Unknown.class)
                        .recoverWithNull())
                .chain(() -> desk.handle(id, command(team, role, asked, asking), asking))
                .map(Replies::done);
    }

    @GET
    public Uni<RestResponse<PostsShown>> read(@PathParam("team") UUID team, @PathParam("role") String role) {
        return desk.read(Establishment.of(team, role))
                .map(current -> Replies.state(current, PostsShown.of(current.state())));
    }

    private static SetPosts command(UUID team, String role, Setting asked, Asking asking) {
        return new SetPosts(team, role, asked.fte(), asked.from().orElseGet(() -> Wales.dayOf(asking.occurredAt())));
    }
}
