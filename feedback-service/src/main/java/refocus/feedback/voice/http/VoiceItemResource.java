package refocus.feedback.voice.http;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.calendar.WorkingDays;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.feedback.Roles;
import refocus.feedback.voice.VoiceItem;
import refocus.feedback.voice.VoiceItemCommand;
import refocus.feedback.voice.VoiceItemCommand.AcknowledgeVoiceItem;
import refocus.feedback.voice.VoiceItemCommand.LogVoiceItem;
import refocus.feedback.voice.VoiceItemCommand.PublishWeCannot;
import refocus.feedback.voice.VoiceItemCommand.PublishWeDid;
import refocus.feedback.voice.VoiceItemCommand.Words;
import refocus.feedback.voice.VoiceItemEvent;

/// What was said: logged by anyone, acknowledged and answered by managers.
@Path("/v1/voice-items")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class VoiceItemResource {

    /// Working days from the day it was said to the day its answer is due.
    private static final int REPLY_TERM = 30;

    private static final int LONGEST = 4_000;

    /// What was said.
    ///
    /// @param named whether the caller wants to be known as the one who said it
    record Said(
            @NotBlank String source,
            @NotBlank String theme,
            @NotBlank @Size(max = LONGEST) String said,
            Optional<Boolean> named,
            Optional<Instant> occurredAt) {}

    record Acknowledgement(Optional<Instant> occurredAt) {}

    /// The published words: what was said, retold, and the answer, each in both languages.
    record Did(
            @NotNull @Valid Bilingual youSaid,
            @NotNull @Valid Bilingual weDid,
            Optional<Instant> occurredAt) {}

    record Cannot(
            @NotNull @Valid Bilingual youSaid,
            @NotNull @Valid Bilingual weCannot,
            @NotBlank String reason,
            @NotNull LocalDate reviewOn,
            Optional<Instant> occurredAt) {}

    record Bilingual(
            @NotBlank @Size(max = LONGEST) String en,
            @NotBlank @Size(max = LONGEST) String cy) {}

    private final Desk<VoiceItemCommand, VoiceItemEvent, VoiceItem> desk;
    private final CodeSets codes;
    private final WorkingDays days;
    private final SubjectKeys keys;

    VoiceItemResource(Desks desks, CodeSets codes, WorkingDays days, SubjectKeys keys) {
        this.desk = desks.of(VoiceItem.TYPE);
        this.codes = codes;
        this.days = days;
        this.keys = keys;
    }

    @POST
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
    public Uni<RestResponse<Replies.Created>> log(@NotNull @Valid Said asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("voice-source", "source", asked.source());
        codes.checked("voice-theme", "theme", asked.theme());
        UUID item = caller.newId("voice-item");
        Optional<UUID> saidBy = asked.named().filter(wanted -> wanted).map(_ -> Roles.worker(caller));
        LocalDate on = Wales.dayOf(asking.occurredAt());
        var command = new LogVoiceItem(
                saidBy.orElse(item),
                saidBy,
                asked.source(),
                asked.theme(),
                asked.said(),
                on,
                days.after(on, REPLY_TERM));
        return desk.handle(item, command, asking).map(done -> Replies.created(done, "/v1/voice-items/"));
    }

    @POST
    @Path("{id}/acknowledgement")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> acknowledge(
            @PathParam("id") UUID id, @NotNull @Valid Acknowledgement asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(id, new AcknowledgeVoiceItem(Wales.dayOf(asking.occurredAt())), asking)
                .map(Replies::done);
    }

    @POST
    @Path("{id}/we-did")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> weDid(
            @PathParam("id") UUID id, @NotNull @Valid Did asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new PublishWeDid(words(id, asked.youSaid(), asked.weDid()), Wales.dayOf(asking.occurredAt()));
        return desk.handle(id, command, asking).map(Replies::done);
    }

    @POST
    @Path("{id}/we-cannot")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> weCannot(
            @PathParam("id") UUID id, @NotNull @Valid Cannot asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("cannot-reason", "reason", asked.reason());
        var command = new PublishWeCannot(
                words(id, asked.youSaid(), asked.weCannot()),
                asked.reason(),
                asked.reviewOn(),
                Wales.dayOf(asking.occurredAt()));
        return desk.handle(id, command, asking).map(Replies::done);
    }

    /// The words as they were said: for managers, who are to answer them.
    @GET
    @Path("{id}")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<VoiceItemShown>> read(@PathParam("id") UUID id) {
        return desk.read(id).chain(this::opened);
    }

    private Uni<RestResponse<VoiceItemShown>> opened(Current<VoiceItem> current) {
        UUID id = current.stream().id();
        return keys.opener(VoiceItemShown.subjects(current.state()))
                .map(opener -> Replies.state(current, VoiceItemShown.of(id, current.state(), opener)));
    }

    private static Words words(UUID item, Bilingual said, Bilingual answer) {
        return new Words(item, said.en(), said.cy(), answer.en(), answer.cy());
    }
}
