package refocus.feedback.processchange.http;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.feedback.Roles;
import refocus.feedback.processchange.ProcessChange;
import refocus.feedback.processchange.ProcessChangeCommand;
import refocus.feedback.processchange.ProcessChangeCommand.JudgeChange;
import refocus.feedback.processchange.ProcessChangeCommand.TryChange;
import refocus.feedback.processchange.ProcessChangeEvent;
import refocus.feedback.processchange.ProcessChangeEvent.Verdict;

/// Process changes: tried by anyone in the service, judged by managers.
@Path("/v1/process-changes")
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
class ProcessChangeResource {

    private static final int LONGEST = 4_000;

    /// What is done another way.
    ///
    /// @param measure what it is to change, and `baseline` where that stands before
    /// @param judgeBy the day it is to be judged by
    record Trying(
            @NotBlank @Size(max = LONGEST) String what,
            @NotBlank @Size(max = LONGEST) String measure,
            @NotNull BigDecimal baseline,
            Optional<LocalDate> judgeBy,
            Optional<Instant> occurredAt) {}

    record Outcome(
            @NotNull Verdict verdict,
            Optional<BigDecimal> value,
            @NotBlank @Size(max = LONGEST) String why,
            Optional<Instant> occurredAt) {}

    private final Desk<ProcessChangeCommand, ProcessChangeEvent, ProcessChange> desk;
    private final SubjectKeys keys;

    ProcessChangeResource(Desks desks, SubjectKeys keys) {
        this.desk = desks.of(ProcessChange.TYPE);
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> attempt(@NotNull @Valid Trying asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new TryChange(
                Roles.worker(caller), asked.what(), asked.measure(), asked.baseline(), asked.judgeBy(), day(asking));
        return desk.handle(caller.newId("process-change"), command, asking)
                .map(done -> Replies.created(done, "/v1/process-changes/"));
    }

    @POST
    @Path("{id}/outcome")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> judge(
            @PathParam("id") UUID id, @NotNull @Valid Outcome asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new JudgeChange(Roles.worker(caller), asked.verdict(), asked.value(), asked.why(), day(asking));
        return desk.handle(id, command, asking).map(Replies::done);
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<ProcessChangeShown>> read(@PathParam("id") UUID id) {
        return desk.read(id)
                .chain(current -> keys.opener(ProcessChangeShown.subjects(current.state()))
                        .map(opener -> Replies.state(current, ProcessChangeShown.of(id, current.state(), opener))));
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
