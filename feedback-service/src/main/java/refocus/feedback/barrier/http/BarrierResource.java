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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.feedback.Roles;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.barrier.BarrierCommand;
import refocus.feedback.barrier.BarrierCommand.ConfirmResolution;
import refocus.feedback.barrier.BarrierCommand.RaiseBarrier;
import refocus.feedback.barrier.BarrierCommand.ReopenBarrier;
import refocus.feedback.barrier.BarrierCommand.SupportBarrier;
import refocus.feedback.barrier.BarrierEvent;
import refocus.feedback.barrier.http.BarrierTold.Confirmation;
import refocus.feedback.barrier.http.BarrierTold.Raising;
import refocus.feedback.barrier.http.BarrierTold.Reason;
import refocus.feedback.barrier.http.BarrierTold.Support;
import refocus.feedback.barriers.Ladder;

/// Barriers, as those see them whom they keep from children: raised, supported, read, confirmed gone or
/// reopened.
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
    HEAD_OF_SERVICE
})
class BarrierResource {

    private final Desk<BarrierCommand, BarrierEvent, Barrier> desk;
    private final CodeSets codes;
    private final Ladder ladder;
    private final SubjectKeys keys;

    BarrierResource(Desks desks, CodeSets codes, Ladder ladder, SubjectKeys keys) {
        this.desk = desks.of(Barrier.TYPE);
        this.codes = codes;
        this.ladder = ladder;
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> raise(@NotNull @Valid Raising asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("department", "department", asked.department());
        var command = new RaiseBarrier(
                Roles.worker(caller),
                asked.department(),
                asked.what(),
                asked.effectOnChildren(),
                asked.hoursLostWeekly(),
                Wales.dayOf(asking.occurredAt()),
                Optional.empty());
        return desk.handle(caller.newId("barrier"), command, asking)
                .map(done -> Replies.created(done, "/v1/barriers/"));
    }

    @POST
    @Path("{id}/supports")
    public Uni<RestResponse<Replies.Version>> support(
            @PathParam("id") UUID id, @NotNull @Valid Support asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(id, new SupportBarrier(Roles.worker(caller), asked.hoursLostWeekly()), asking)
                .map(Replies::done);
    }

    @POST
    @Path("{id}/confirmation")
    public Uni<RestResponse<Replies.Version>> confirm(
            @PathParam("id") UUID id, @NotNull @Valid Confirmation asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new ConfirmResolution(Roles.worker(caller), asked.feltHeard(), Wales.dayOf(asking.occurredAt()));
        return desk.handle(id, command, asking).map(Replies::done);
    }

    @POST
    @Path("{id}/reopening")
    public Uni<RestResponse<Replies.Version>> reopen(
            @PathParam("id") UUID id, @NotNull @Valid Reason asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        var on = Wales.dayOf(asking.occurredAt());
        var command = new ReopenBarrier(Roles.worker(caller), asked.reason(), on, ladder.ownersDay(on));
        return desk.handle(id, command, asking).map(Replies::done);
    }

    @GET
    @Path("{id}")
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
    public Uni<RestResponse<BarrierShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .invoke(current -> Hands.mustSee(current.state(), caller))
                .chain(current -> opened(current, caller));
    }

    private Uni<RestResponse<BarrierShown>> opened(Current<Barrier> current, Caller caller) {
        UUID raiser = Barrier.file(current.state()).raised().raisedBy();
        boolean named = Roles.manages(caller) || Roles.worker(caller).equals(raiser);
        return keys.opener(Set.of(raiser))
                .map(opener -> BarrierShown.of(current.stream().id(), current.state(), opener, named))
                .map(shown -> Replies.state(current, shown));
    }
}
