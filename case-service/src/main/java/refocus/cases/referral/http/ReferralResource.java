package refocus.cases.referral.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENDS_REFERRALS;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SYSTEM;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.access.http.Purpose;
import refocus.cases.decision.http.Acts;
import refocus.cases.decision.http.Acts.Act;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralCommand.AcknowledgeReferral;
import refocus.cases.referral.ReferralCommand.ReceiveReferral;
import refocus.cases.referral.ReferralCommand.TriageReferral;
import refocus.cases.referral.ReferralEvent;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.personal.SubjectKeys;

/// Referrals: received, acknowledged, triaged and read.
@Path("/v1/referrals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReferralResource {

    record Report(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid ChildReported> children,
            @NotBlank String source,
            @NotEmpty @Size(max = 20) List<@NotBlank String> reasons,
            @NotBlank @Size(max = 20_000) String text,
            Optional<@Valid Referrer> referrer,
            @NotBlank String urgency,
            Optional<String> consent,
            Optional<Instant> occurredAt) {

        ReceiveReferral asked(List<UUID> about, Optional<UUID> subject, Asking asking) {
            return new ReceiveReferral(
                    about,
                    source,
                    reasons,
                    text,
                    referrer.flatMap(given -> subject.map(given::as)),
                    urgency,
                    consent,
                    Wales.dayOf(asking.occurredAt()));
        }
    }

    record Referrer(
            @NotBlank @Size(max = 200) String name,
            Optional<@Size(max = 200) String> organisation,
            Optional<@Size(max = 200) String> contact,
            Optional<String> language,
            Optional<Boolean> keptFromFamily) {

        Referral.Reporter as(UUID subject) {
            return new Referral.Reporter(subject, name, organisation, contact, language, keptFromFamily.orElse(false));
        }
    }

    record Acknowledgement(Optional<String> language, Optional<Instant> occurredAt) {}

    /// The next action, which is a decision.
    ///
    /// @param decision the open proposal that this takes, where there is one
    /// @param outsideRule why it was done beyond one's right, where that has happened
    record Triage(
            @NotEmpty @Size(max = 6) List<@NotBlank String> nextActions,
            @NotBlank @Size(max = 20_000) String rationale,
            Optional<UUID> decision,
            Optional<@Size(min = 1, max = 20_000) String> outsideRule,
            Optional<Instant> occurredAt) {

        Act act() {
            return new Act("TRIAGE", decision, Optional.of(rationale), Optional.empty(), outsideRule);
        }

        TriageReferral asked(Optional<UUID> taken, Asking asking) {
            return new TriageReferral(nextActions, rationale, Wales.dayOf(asking.occurredAt()), taken);
        }
    }

    private final Desk<ReferralCommand, ReferralEvent, Referral> desk;
    private final Desks desks;
    private final Intake intake;
    private final ReferralDoor door;
    private final Acts acts;
    private final CodeSets codes;
    private final SubjectKeys keys;

    ReferralResource(Desks desks, Intake intake, ReferralDoor door, Acts acts, CodeSets codes, SubjectKeys keys) {
        this.desk = desks.of(Referral.TYPE);
        this.desks = desks;
        this.intake = intake;
        this.door = door;
        this.acts = acts;
        this.codes = codes;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE,
        SENDS_REFERRALS
    })
    public Uni<RestResponse<Replies.Created>> receive(@NotNull @Valid Report asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("referral-source", "source", asked.source());
        codes.check("referral-reason", "reasons", asked.reasons());
        codes.checked("urgency", "urgency", asked.urgency());
        codes.check("consent", "consent", asked.consent());
        asked.referrer().ifPresent(given -> codes.check("preferred-language", "referrer.language", given.language()));
        return intake.take(asked, caller, asking).map(done -> received(done, caller));
    }

    /// A system finds its receipt where its referral is for others.
    private static RestResponse<Replies.Created> received(Done done, Caller caller) {
        String path = "/v1/referrals/";
        return caller.is(SYSTEM)
                ? Replies.createdSaying(
                        done,
                        path + done.stream().id() + "/receipt",
                        new Replies.Created(done.stream().id(), done.version()))
                : Replies.created(done, path);
    }

    @POST
    @Path("{id}/acknowledgement")
    @RolesAllowed({DUTY, PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> acknowledge(
            @PathParam("id") UUID id, @NotNull @Valid Acknowledgement asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("preferred-language", "language", asked.language());
        var command = new AcknowledgeReferral(asked.language(), Wales.dayOf(asking.occurredAt()));
        return door.use(id, "acknowledgement", caller)
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    @POST
    @Path("{id}/triage")
    @RolesAllowed({DUTY, PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> triage(
            @PathParam("id") UUID id, @NotNull @Valid Triage asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("next-action", "nextActions", asked.nextActions());
        return door.use(id, "triage", caller)
                .chain(() -> acts.triage(id, asked.act(), caller, asking))
                .flatMap(deciding -> desks.together(steps(id, asked, deciding, asking), asking))
                .map(Replies::done);
    }

    private static List<Step<?, ?, ?>> steps(UUID id, Triage asked, Optional<Step<?, ?, ?>> deciding, Asking asking) {
        Step<?, ?, ?> triaging = new Step<>(Referral.TYPE, id, asked.asked(deciding.map(Step::id), asking));
        return Stream.concat(Stream.of(triaging), deciding.stream()).toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({DUTY, PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<ReferralShown>> read(
            @PathParam("id") UUID id, @BeanParam Caller caller, @BeanParam Purpose purpose) {
        return door.read(id, "referral", caller, purpose)
                .flatMap(seen -> opened(seen)
                        .flatMap(shown -> seen.isWhole()
                                ? Uni.createFrom().item(shown)
                                : door.visible(shown.earlier(), caller, purpose)
                                        .map(earlier -> shown.of(seen.children(), earlier)))
                        .map(shown -> Replies.state(seen.current(), shown)));
    }

    private Uni<ReferralShown> opened(ReferralDoor.Seen seen) {
        Referral state = seen.current().state();
        return keys.opener(ReferralShown.subjects(state))
                .map(opener -> ReferralShown.of(seen.current().stream().id(), state, opener));
    }
}
