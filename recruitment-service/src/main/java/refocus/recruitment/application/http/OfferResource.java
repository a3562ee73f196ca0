package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import io.quarkus.security.ForbiddenException;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.recruitment.application.OfferCommand.AcceptOffer;
import refocus.recruitment.application.OfferCommand.ApproveEarlyStart;
import refocus.recruitment.application.OfferCommand.AssessEarlyStart;
import refocus.recruitment.application.OfferCommand.ConfirmHire;
import refocus.recruitment.application.OfferCommand.DeclineOffer;
import refocus.recruitment.application.OfferCommand.MakeOffer;
import refocus.recruitment.application.OfferCommand.ReviewProbation;
import refocus.recruitment.application.OfferCommand.WithdrawOffer;
import refocus.recruitment.vacancy.VacancyCommand.FillVacancy;

/// An offer and what comes of it: yes or no, an early start, the hire.
@Path("/v1/applications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class OfferResource {

    record Offer(Optional<LocalDate> startsOn, Optional<Instant> occurredAt) {}

    record Acceptance(Optional<Instant> occurredAt) {}

    record Decline(Optional<String> reason, Optional<Instant> occurredAt) {}

    record Withdrawal(@NotBlank String reason, Optional<Instant> occurredAt) {}

    record Assessment(@NotBlank @Size(max = 20_000) String assessment, Optional<Instant> occurredAt) {}

    record Approval(Optional<Instant> occurredAt) {}

    /// The hire as it is confirmed.
    ///
    /// @param team where it is another than the vacancy's, as is the base
    record Hire(@NotNull LocalDate startsOn, Optional<UUID> team, Optional<UUID> base, Optional<Instant> occurredAt) {}

    /// A look back on a hire.
    ///
    /// @param month 6 or 12
    record Probation(
            @NotNull Integer month,
            @NotNull Boolean choseWell,
            Optional<@Size(min = 1, max = 10_000) String> note,
            Optional<Instant> occurredAt) {}

    private final Applications applications;
    private final CodeSets codes;

    OfferResource(Applications applications, CodeSets codes) {
        this.applications = applications;
        this.codes = codes;
    }

    @POST
    @Path("offer")
    public Uni<RestResponse<Replies.Version>> offer(
            @PathParam("id") UUID id, @NotNull @Valid Offer asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return applications
                .vacancyOf(id)
                .map(vacancy -> new MakeOffer(vacancy, asked.startsOn(), day(asking)))
                .chain(command -> applications.ask(id, command, asking));
    }

    @POST
    @Path("offer/acceptance")
    public Uni<RestResponse<Replies.Version>> accept(
            @PathParam("id") UUID id, @NotNull @Valid Acceptance asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return applications.ask(id, new AcceptOffer(day(asking)), asking);
    }

    @POST
    @Path("offer/decline")
    public Uni<RestResponse<Replies.Version>> decline(
            @PathParam("id") UUID id, @NotNull @Valid Decline asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("offer-decline-reason", "reason", asked.reason());
        return applications.ask(id, new DeclineOffer(asked.reason(), day(asking)), asking);
    }

    @POST
    @Path("offer/withdrawal")
    public Uni<RestResponse<Replies.Version>> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid Withdrawal asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("offer-withdrawal-reason", "reason", asked.reason());
        return applications.ask(id, new WithdrawOffer(reason, day(asking)), asking);
    }

    @POST
    @Path("early-start")
    public Uni<RestResponse<Replies.Version>> assess(
            @PathParam("id") UUID id, @NotNull @Valid Assessment asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID assessor = self(caller);
        return applications.ask(
                id, terms -> new AssessEarlyStart(assessor, asked.assessment(), terms, day(asking)), asking);
    }

    @POST
    @Path("early-start/approval")
    @RolesAllowed(HEAD_OF_SERVICE)
    public Uni<RestResponse<Replies.Version>> approve(
            @PathParam("id") UUID id, @NotNull @Valid Approval asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return applications.ask(id, new ApproveEarlyStart(self(caller), day(asking)), asking);
    }

    @POST
    @Path("hire")
    @RolesAllowed({RECRUITER, HR_OFFICER})
    public Uni<RestResponse<Replies.Version>> hire(
            @PathParam("id") UUID id, @NotNull @Valid Hire asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return applications.hire(
                id,
                terms -> new ConfirmHire(terms, asked.team(), asked.base(), asked.startsOn()),
                new FillVacancy(id, day(asking)),
                asking);
    }

    @POST
    @Path("probation")
    @RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> review(
            @PathParam("id") UUID id, @NotNull @Valid Probation asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new ReviewProbation(self(caller), asked.month(), asked.choseWell(), asked.note(), day(asking));
        return applications.ask(id, command, asking);
    }

    private static UUID self(Caller caller) {
        return caller.worker().orElseThrow(ForbiddenException::new);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
