package refocus.staff.structure.http;

import static refocus.staff.Roles.BUSINESS_SUPPORT;
import static refocus.staff.Roles.DUTY;
import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.HR_OFFICER;
import static refocus.staff.Roles.PERSONAL_ADVISER;
import static refocus.staff.Roles.PRACTITIONER;
import static refocus.staff.Roles.RECRUITER;
import static refocus.staff.Roles.REVIEWING_OFFICER;
import static refocus.staff.Roles.SENIOR_PRACTITIONER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.SUPPORT_WORKER;
import static refocus.staff.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.structure.Structure;
import refocus.staff.structure.StructureCommand;
import refocus.staff.structure.StructureEvent;

/// Teams and bases as they are, and as they were on any day.
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    REVIEWING_OFFICER,
    BUSINESS_SUPPORT,
    HR_OFFICER,
    RECRUITER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class StructureShownResource {

    private static final Current<Structure> NOTHING_YET =
            new Current<>(new StreamId(Structure.TYPE.category(), Structure.ID), 0, Structure.EMPTY);

    private final Desk<StructureCommand, StructureEvent, Structure> desk;

    StructureShownResource(Desks desks) {
        this.desk = desks.of(Structure.TYPE);
    }

    /// The structure on a day; today's where none is named.
    ///
    /// @param asOf a moment, to ask what was known then; a day says the same as `on`
    @GET
    @Path("structure")
    public Uni<RestResponse<StructureShown>> read(
            @QueryParam("on") Optional<LocalDate> on,
            @QueryParam("asOf") @Parameter(schema = @Schema(implementation = String.class)) Optional<AsOf> asOf,
            @BeanParam Caller caller) {
        Optional<Instant> moment =
                asOf.flatMap(asked -> asked.past(Instant.now()).moment());
        LocalDate day = on.or(() -> asOf.flatMap(AsOf::day)).orElseGet(() -> day(moment));
        return moment.map(this::known)
                .orElseGet(this::current)
                .map(current -> Replies.state(
                        current,
                        StructureShown.of(
                                current.state(), day, caller.language().locale())));
    }

    @GET
    @Path("teams/{id}")
    public Uni<RestResponse<UnitShown>> team(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return current()
                .map(current -> Replies.state(
                        current,
                        current.state()
                                .team(id)
                                .map(team ->
                                        UnitShown.of(team, caller.language().locale()))
                                .orElseThrow(() -> new Unknown("team"))));
    }

    @GET
    @Path("bases/{id}")
    public Uni<RestResponse<UnitShown>> base(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return current()
                .map(current -> Replies.state(
                        current,
                        current.state()
                                .base(id)
                                .map(base ->
                                        UnitShown.of(base, caller.language().locale()))
                                .orElseThrow(() -> new Unknown("base"))));
    }

    private static LocalDate day(Optional<Instant> moment) {
        return moment.map(Wales::dayOf).orElseGet(Wales::today);
    }

    private Uni<Current<Structure>> known(Instant at) {
        return desk.readAsKnown(Structure.ID, at).onFailure(Unknown.class).recoverWithItem(NOTHING_YET);
    }

    private Uni<Current<Structure>> current() {
        return desk.read(Structure.ID).onFailure(Unknown.class).recoverWithItem(NOTHING_YET);
    }
}
