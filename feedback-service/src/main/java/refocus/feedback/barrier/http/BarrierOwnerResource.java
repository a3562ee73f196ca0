package refocus.feedback.barrier.http;

import static refocus.feedback.Roles.BARRIER_OWNER;
import static refocus.feedback.Roles.BUSINESS_SUPPORT;
import static refocus.feedback.Roles.DUTY;
import static refocus.feedback.Roles.HEAD_OF_SERVICE;
import static refocus.feedback.Roles.HR_OFFICER;
import static refocus.feedback.Roles.PERSONAL_ADVISER;
import static refocus.feedback.Roles.PRACTITIONER;
import static refocus.feedback.Roles.REVIEWING_OFFICER;
import static refocus.feedback.Roles.SENIOR_PRACTITIONER;
import static refocus.feedback.Roles.SERVICE_MANAGER;
import static refocus.feedback.Roles.SUPPORT_WORKER;
import static refocus.feedback.Roles.TEAM_MANAGER;

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
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.barrier.BarrierCommand;
import refocus.feedback.barrier.BarrierCommand.AcceptBarrier;
import refocus.feedback.barrier.BarrierCommand.AgreeWorkaround;
import refocus.feedback.barrier.BarrierCommand.AssignBarrier;
import refocus.feedback.barrier.BarrierCommand.CloseUnresolved;
import refocus.feedback.barrier.BarrierCommand.DisputeBarrier;
import refocus.feedback.barrier.BarrierCommand.EscalateBarrier;
import refocus.feedback.barrier.BarrierCommand.PauseBarrier;
import refocus.feedback.barrier.BarrierCommand.ReportProgress;
import refocus.feedback.barrier.BarrierCommand.ResolveBarrier;
import refocus.feedback.barrier.BarrierCommand.ResumeBarrier;
import refocus.feedback.barrier.BarrierEvent;
import refocus.feedback.barrier.http.BarrierTold.Acceptance;
import refocus.feedback.barrier.http.BarrierTold.Assignment;
import refocus.feedback.barrier.http.BarrierTold.Closing;
import refocus.feedback.barrier.http.BarrierTold.Pause;
import refocus.feedback.barrier.http.BarrierTold.Progress;
import refocus.feedback.barrier.http.BarrierTold.Reason;
import refocus.feedback.barrier.http.BarrierTold.Resolution;
import refocus.feedback.barrier.http.BarrierTold.Resumption;
import refocus.feedback.barrier.http.BarrierTold.Workaround;
import refocus.feedback.barriers.Ladder;

/// Barriers, as those see them who are to take them away: the owner, and the managers of the service.
@Path("/v1/barriers")
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
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE,
    BARRIER_OWNER
})
class BarrierOwnerResource {

    private final Desk<BarrierCommand, BarrierEvent, Barrier> desk;
    private final CodeSets codes;
    private final Ladder ladder;

    BarrierOwnerResource(Desks desks, CodeSets codes, Ladder ladder) {
        this.desk = desks.of(Barrier.TYPE);
        this.codes = codes;
        this.ladder = ladder;
    }

    @POST
    @Path("{id}/assignment")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> assign(
            @PathParam("id") UUID id, @NotNull @Valid Assignment asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        LocalDate on = Wales.dayOf(asking.occurredAt());
        codes.check("department", "department", asked.department());
        return held(id, caller, asking, state -> assigning(state, asked, on));
    }

    @POST
    @Path("{id}/acceptance")
    public Uni<RestResponse<Replies.Version>> accept(
            @PathParam("id") UUID id, @NotNull @Valid Acceptance asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> new AcceptBarrier());
    }

    @POST
    @Path("{id}/dispute")
    public Uni<RestResponse<Replies.Version>> dispute(
            @PathParam("id") UUID id, @NotNull @Valid Reason asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> new DisputeBarrier(asked.reason()));
    }

    @POST
    @Path("{id}/progress")
    public Uni<RestResponse<Replies.Version>> progress(
            @PathParam("id") UUID id, @NotNull @Valid Progress asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> new ReportProgress(asked.note(), Wales.dayOf(asking.occurredAt())));
    }

    @POST
    @Path("{id}/escalation")
    public Uni<RestResponse<Replies.Version>> escalate(
            @PathParam("id") UUID id, @NotNull @Valid Reason asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> escalating(state, asked.reason(), Wales.dayOf(asking.occurredAt())));
    }

    @POST
    @Path("{id}/pause")
    public Uni<RestResponse<Replies.Version>> pause(
            @PathParam("id") UUID id, @NotNull @Valid Pause asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(
                id,
                caller,
                asking,
                state -> new PauseBarrier(asked.reason(), Wales.dayOf(asking.occurredAt()), asked.until()));
    }

    @POST
    @Path("{id}/resumption")
    public Uni<RestResponse<Replies.Version>> resume(
            @PathParam("id") UUID id, @NotNull @Valid Resumption asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> new ResumeBarrier(Wales.dayOf(asking.occurredAt())));
    }

    @POST
    @Path("{id}/workaround")
    public Uni<RestResponse<Replies.Version>> workAround(
            @PathParam("id") UUID id, @NotNull @Valid Workaround asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> new AgreeWorkaround(asked.workaround()));
    }

    @POST
    @Path("{id}/resolution")
    public Uni<RestResponse<Replies.Version>> resolve(
            @PathParam("id") UUID id, @NotNull @Valid Resolution asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return held(id, caller, asking, state -> new ResolveBarrier(asked.how(), Wales.dayOf(asking.occurredAt())));
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> close(
            @PathParam("id") UUID id, @NotNull @Valid Closing asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        codes.checked("barrier-closing-reason", "reason", asked.reason());
        return held(
                id,
                caller,
                asking,
                state -> new CloseUnresolved(asked.reason(), asked.explanation(), Wales.dayOf(asking.occurredAt())));
    }

    private AssignBarrier assigning(Barrier state, Assignment asked, LocalDate on) {
        return new AssignBarrier(
                asked.department().orElse(Barrier.file(state).raised().department()),
                asked.owner(),
                asked.dueOn().orElseGet(() -> ladder.ownersDay(on)),
                on);
    }

    private EscalateBarrier escalating(Barrier state, String reason, LocalDate on) {
        int next = Barrier.file(state).level() + 1;
        return new EscalateBarrier(reason, ladder.nextDay(on, next), ladder.top());
    }

    private Uni<RestResponse<Replies.Version>> held(
            UUID id, Caller caller, Asking asking, Function<Barrier, BarrierCommand> asked) {
        return desk.read(id)
                .map(Current::state)
                .invoke(state -> Hands.mustHold(state, caller))
                .chain(state -> desk.handle(id, asked.apply(state), asking))
                .map(Replies::done);
    }
}
