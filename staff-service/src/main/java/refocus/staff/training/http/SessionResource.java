package refocus.staff.training.http;

import static refocus.staff.Roles.BUSINESS_SUPPORT;
import static refocus.staff.Roles.DUTY;
import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.PERSONAL_ADVISER;
import static refocus.staff.Roles.PRACTITIONER;
import static refocus.staff.Roles.REVIEWING_OFFICER;
import static refocus.staff.Roles.SENIOR_PRACTITIONER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.SUPPORT_WORKER;
import static refocus.staff.Roles.TEAM_MANAGER;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.Managers;
import refocus.staff.Words;
import refocus.staff.training.SessionCommand;
import refocus.staff.training.SessionCommand.Book;
import refocus.staff.training.SessionCommand.Cancel;
import refocus.staff.training.SessionCommand.CancelBooking;
import refocus.staff.training.SessionCommand.Evaluate;
import refocus.staff.training.SessionCommand.RecordAttendance;
import refocus.staff.training.SessionCommand.Schedule;
import refocus.staff.training.SessionEvent;
import refocus.staff.training.TrainingSession;

/// Training sessions: set up, booked, attended and judged.
@Path("/v1/training-sessions")
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
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class SessionResource {

    record Scheduling(
            @NotNull @Valid Words title,
            @NotBlank String topic,
            Optional<String> language,
            @NotNull @Min(1) @Max(1_000) Integer places,
            @NotNull Instant startsAt,
            Optional<@Min(1) @Max(10_000) Integer> minutes,
            Optional<UUID> trainer,
            Optional<Instant> occurredAt) {}

    /// A booking, or the end of one: of the caller, unless it names another.
    record Booking(Optional<UUID> worker, Optional<Instant> occurredAt) {}

    record Cancelling(@NotBlank String reason, Optional<Instant> occurredAt) {}

    record Attending(@NotNull UUID worker, @NotNull Boolean attended, Optional<Instant> occurredAt) {}

    record Evaluating(
            @NotNull @Min(1) @Max(5) Integer score,
            Optional<@Size(min = 1, max = 20_000) String> comment,
            Optional<Instant> occurredAt) {}

    private final Desk<SessionCommand, SessionEvent, TrainingSession> desk;
    private final CodeSets codes;

    SessionResource(Desks desks, CodeSets codes) {
        this.desk = desks.of(TrainingSession.TYPE);
        this.codes = codes;
    }

    @POST
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Created>> schedule(@NotNull @Valid Scheduling asked, @BeanParam Caller caller) {
        codes.check("session-language", "language", asked.language());
        var command = new Schedule(
                asked.title().known(),
                codes.checked("topic", "topic", asked.topic()),
                asked.language().orElse("EN"),
                asked.places(),
                asked.startsAt(),
                asked.minutes(),
                asked.trainer());
        return desk.handle(caller.newId("training-session"), command, caller.asks(asked.occurredAt()))
                .map(done -> Replies.created(done, "/v1/training-sessions/"));
    }

    /// Answers with the session as it is then: `mine` says whether there was a place or a wait.
    @POST
    @Path("{id}/bookings")
    public Uni<RestResponse<SessionShown>> book(
            @PathParam("id") UUID id, @NotNull @Valid Booking asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID worker = whose(asked.worker(), caller);
        return desk.handle(id, new Book(worker, asking.occurredAt()), asking)
                .chain(() -> shown(id, Optional.of(worker), caller));
    }

    @POST
    @Path("{id}/bookings/cancellation")
    public Uni<RestResponse<Replies.Version>> cancelBooking(
            @PathParam("id") UUID id, @NotNull @Valid Booking asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new CancelBooking(whose(asked.worker(), caller), asking.occurredAt()), asking);
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> cancel(
            @PathParam("id") UUID id, @NotNull @Valid Cancelling asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("cancellation-reason", "reason", asked.reason());
        return handle(id, new Cancel(reason, asking.occurredAt()), asking);
    }

    @POST
    @Path("{id}/attendance")
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> attendance(
            @PathParam("id") UUID id, @NotNull @Valid Attending asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new RecordAttendance(asked.worker(), asked.attended(), asking.occurredAt()), asking);
    }

    @POST
    @Path("{id}/evaluations")
    public Uni<RestResponse<Replies.Version>> evaluate(
            @PathParam("id") UUID id, @NotNull @Valid Evaluating asked, @BeanParam Caller caller) {
        var command = new Evaluate(Managers.self(caller), asked.score(), asked.comment());
        return handle(id, command, caller.asks(asked.occurredAt()));
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<SessionShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return shown(id, caller.worker(), caller);
    }

    private Uni<RestResponse<SessionShown>> shown(UUID id, Optional<UUID> worker, Caller caller) {
        return desk.read(id)
                .map(current -> Replies.state(
                        current,
                        SessionShown.of(
                                id,
                                current.state(),
                                worker,
                                keepsTheList(caller),
                                caller.language().locale())));
    }

    /// Everyone books for themselves; managers and business support for others too.
    private static UUID whose(Optional<UUID> named, Caller caller) {
        UUID worker = named.or(caller::worker).orElseThrow(ForbiddenException::new);
        if (!keepsTheList(caller) && caller.worker().filter(worker::equals).isEmpty()) {
            throw new ForbiddenException();
        }
        return worker;
    }

    private static boolean keepsTheList(Caller caller) {
        return caller.is(BUSINESS_SUPPORT) || Managers.include(caller);
    }

    private Uni<RestResponse<Replies.Version>> handle(UUID id, SessionCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }
}
