package refocus.cases.recordkeeping.http;

import static refocus.cases.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import refocus.cases.recordkeeping.RecordKeepingCommand.AnswerAccess;
import refocus.cases.recordkeeping.RecordKeepingCommand.RequestAccess;
import refocus.cases.recordkeeping.RecordKeepingEvent.Withheld;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.calendar.WorkingDays;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;

/// What people ask to see of their own record, and what a records manager decides to give.
@Path("/v1/children/{id}/subject-access-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class SubjectAccessResource {

    record Asked(@NotBlank String by, Optional<Instant> occurredAt) {}

    /// @param seriousHarm what the test came to, whether giving it would harm someone
    /// @param ownVoice what the person wishes to stand beside the record
    record Answer(
            @NotBlank String outcome,
            @NotBlank String seriousHarm,
            Optional<@Size(max = 1000) List<@NotNull @Valid WithheldGiven>> withheld,
            Optional<@Size(min = 1, max = 20_000) String> ownVoice,
            Optional<Instant> occurredAt) {

        List<Withheld> kept() {
            return withheld.orElse(List.of()).stream()
                    .map(given -> new Withheld(given.entry(), given.field(), given.reason()))
                    .toList();
        }
    }

    /// As the pack names it.
    record WithheldGiven(
            @NotNull UUID entry,
            @NotBlank @Size(max = 200) String field,
            @NotBlank String reason) {}

    private final KeptRecords records;
    private final WorkingDays days;
    private final CodeSets codes;

    SubjectAccessResource(KeptRecords records, WorkingDays days, CodeSets codes) {
        this.records = records;
        this.days = days;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> ask(
            @PathParam("id") UUID id, @NotNull @Valid Asked asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("subject-access-by", "by", asked.by());
        UUID request = caller.newId("subject-access-request");
        LocalDate receivedOn = Wales.dayOf(asking.occurredAt());
        return records.handle(id, new RequestAccess(request, asked.by(), receivedOn, dueOn(receivedOn)), asking, caller)
                .map(done -> Replies.createdSaying(
                        done,
                        "/v1/children/%s/record-keeping".formatted(id),
                        new Replies.Created(request, done.version())));
    }

    @POST
    @Path("{request}/answer")
    public Uni<RestResponse<Replies.Version>> answer(
            @PathParam("id") UUID id,
            @PathParam("request") UUID request,
            @NotNull @Valid Answer asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("subject-access-outcome", "outcome", asked.outcome());
        codes.checked("serious-harm-test", "seriousHarm", asked.seriousHarm());
        List<Withheld> withheld = asked.kept();
        codes.check(
                "withheld-reason",
                "withheld",
                withheld.stream().map(Withheld::reason).toList());
        var command = new AnswerAccess(
                request,
                id,
                asked.outcome(),
                asked.seriousHarm(),
                withheld,
                asked.ownVoice(),
                Wales.dayOf(asking.occurredAt()));
        return records.handle(id, command, asking, caller).map(Replies::done);
    }

    /// One calendar month; where that is no working day, the next one (UK GDPR, article 12(3), as the Information
    /// Commissioner counts it).
    private LocalDate dueOn(LocalDate receivedOn) {
        return days.after(receivedOn.plusMonths(1).minusDays(1), 1);
    }
}
