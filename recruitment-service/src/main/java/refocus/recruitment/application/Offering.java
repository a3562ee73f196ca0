package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.recruitment.application.Application.Ended;
import refocus.recruitment.application.Application.Ending;
import refocus.recruitment.application.Application.Hired;
import refocus.recruitment.application.Application.InSift;
import refocus.recruitment.application.Application.Interviewed;
import refocus.recruitment.application.Application.OfferTaken;
import refocus.recruitment.application.Application.Offered;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.Application.Started;
import refocus.recruitment.application.Application.ToInterview;
import refocus.recruitment.application.OfferCommand.AcceptOffer;
import refocus.recruitment.application.OfferCommand.ApproveEarlyStart;
import refocus.recruitment.application.OfferCommand.AssessEarlyStart;
import refocus.recruitment.application.OfferCommand.ConfirmHire;
import refocus.recruitment.application.OfferCommand.DeclineOffer;
import refocus.recruitment.application.OfferCommand.MakeOffer;
import refocus.recruitment.application.OfferCommand.ReviewProbation;
import refocus.recruitment.application.OfferCommand.WithdrawOffer;
import refocus.recruitment.application.OfferEvent.EarlyStartApproved;
import refocus.recruitment.application.OfferEvent.EarlyStartAssessed;
import refocus.recruitment.application.OfferEvent.HireConfirmed;
import refocus.recruitment.application.OfferEvent.OfferAccepted;
import refocus.recruitment.application.OfferEvent.OfferDeclined;
import refocus.recruitment.application.OfferEvent.OfferMade;
import refocus.recruitment.application.OfferEvent.OfferWithdrawn;
import refocus.recruitment.application.OfferEvent.ProbationReviewed;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Vacancy;

/// The rules of the offer and the hire: nobody starts before every mandatory check is verified, unless a head of
/// service has approved that, knowing which are open.
final class Offering {

    /// After so many months a hire is looked back on.
    private static final Set<Integer> REVIEW_MONTHS = Set.of(6, 12);

    private Offering() {}

    static List<ApplicationEvent> decide(OnFile state, OfferCommand command) {
        return switch (command) {
            case MakeOffer making -> make(state, making);
            case AcceptOffer accepting -> accept(state, accepting);
            case DeclineOffer declining -> decline(state, declining);
            case WithdrawOffer withdrawing -> withdraw(state, withdrawing);
            case AssessEarlyStart assessing -> assess(state, assessing);
            case ApproveEarlyStart approving -> approve(state, approving);
            case ConfirmHire hiring -> hire(state, hiring);
            case ReviewProbation reviewing -> review(state, reviewing);
        };
    }

    private static List<ApplicationEvent> make(OnFile state, MakeOffer asked) {
        return switch (state) {
            case Started _, InSift _, ToInterview _ -> throw new Refused("not-interviewed");
            case Interviewed(var file) -> {
                mustStillHire(asked.vacancy());
                var terms = Vacancy.terms(asked.vacancy());
                Selecting.mustBeMet(file.scores(), terms, Arrays.asList(Stage.values()));
                yield List.of(
                        new OfferMade(file.vacancy(), terms.post().checks(), asked.startsOn(), asked.offeredOn()));
            }
            case Offered _, OfferTaken _, Hired _ -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static void mustStillHire(Vacancy vacancy) {
        switch (vacancy) {
            case Vacancy.Cancelled _ -> throw new Refused("vacancy-cancelled");
            case Vacancy.Filled _ -> throw new Refused("vacancy-filled");
            case Vacancy.Unraised _, Vacancy.Raised _, Vacancy.Approved _, Vacancy.Advertised _, Vacancy.Closed _ -> {}
        }
    }

    private static List<ApplicationEvent> accept(OnFile state, AcceptOffer asked) {
        return switch (state) {
            case Started _, InSift _, ToInterview _, Interviewed _ -> throw noOffer();
            case Offered(var file) -> List.of(new OfferAccepted(file.vacancy(), asked.acceptedOn()));
            case OfferTaken _, Hired _ -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static List<ApplicationEvent> decline(OnFile state, DeclineOffer asked) {
        return switch (state) {
            case Started _, InSift _, ToInterview _, Interviewed _ -> throw noOffer();
            case Offered(var file) -> List.of(new OfferDeclined(file.vacancy(), asked.reason(), asked.declinedOn()));
            // Who has said yes and no longer wants to withdraws the application.
            case OfferTaken _ -> throw new Refused("offer-accepted");
            case Hired _ -> throw new Refused("application-hired");
            case Ended(var _, Ending ending) when ending == Ending.OFFER_DECLINED -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static List<ApplicationEvent> withdraw(OnFile state, WithdrawOffer asked) {
        return switch (state) {
            case Started _, InSift _, ToInterview _, Interviewed _ -> throw noOffer();
            case Offered _, OfferTaken _ ->
                List.of(new OfferWithdrawn(state.file().vacancy(), asked.reason(), asked.withdrawnOn()));
            case Hired _ -> throw new Refused("application-hired");
            case Ended(var _, Ending ending) when ending == Ending.OFFER_WITHDRAWN -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static List<ApplicationEvent> assess(OnFile state, AssessEarlyStart asked) {
        File file = accepted(state);
        List<String> open = file.checks().open(asked.terms().post().checks(), asked.assessedOn());
        if (open.isEmpty()) {
            throw new Refused("no-check-open");
        }
        var assessment = about(file.candidate(), asked.assessment());
        return List.of(new EarlyStartAssessed(asked.assessor(), open, assessment, asked.assessedOn()));
    }

    private static List<ApplicationEvent> approve(OnFile state, ApproveEarlyStart asked) {
        var early = accepted(state).earlyStart().orElseThrow(() -> new Refused("early-start-not-assessed"));
        if (early.approver().isPresent()) {
            return List.of();
        }
        if (early.assessor().equals(asked.approver())) {
            throw new Refused("approver-is-assessor").notAllowed();
        }
        return List.of(new EarlyStartApproved(asked.approver(), asked.approvedOn()));
    }

    private static List<ApplicationEvent> hire(OnFile state, ConfirmHire asked) {
        if (state instanceof Hired hired && hired.startsOn().equals(asked.startsOn())) {
            return List.of();
        }
        File file = accepted(state);
        List<String> mandatory = asked.terms().post().checks();
        List<String> open = file.checks().open(mandatory, asked.startsOn());
        List<String> failed = file.checks().failed(mandatory);
        if (!failed.isEmpty()) {
            throw new Refused("check-failed", String.join(", ", failed)).telling("checks", failed);
        }
        if (!open.isEmpty()
                && !file.earlyStart().filter(early -> early.covers(open)).isPresent()) {
            throw new Refused("checks-open", String.join(", ", open)).telling("checks", open);
        }
        return List.of(hired(file, asked, !open.isEmpty()));
    }

    private static HireConfirmed hired(File file, ConfirmHire asked, boolean early) {
        var post = asked.terms().post();
        return new HireConfirmed(
                file.vacancy(),
                file.candidate(),
                post.role(),
                post.fte(),
                asked.team().or(post::team),
                asked.base().or(post::base),
                asked.startsOn(),
                file.checks().verified(),
                early);
    }

    private static List<ApplicationEvent> review(OnFile state, ReviewProbation asked) {
        if (!REVIEW_MONTHS.contains(asked.month())) {
            throw new Impossible("month", "no-review-month");
        }
        if (!(state instanceof Hired hired)) {
            throw state instanceof Ended ? ended() : new Refused("not-hired");
        }
        if (asked.reviewedOn().isBefore(hired.startsOn())) {
            throw new Refused("not-started");
        }
        if (hired.reviewed().contains(asked.month())) {
            return List.of();
        }
        File file = hired.file();
        return List.of(new ProbationReviewed(
                file.vacancy(),
                asked.month(),
                asked.choseWell(),
                about(file.candidate(), asked.note()),
                asked.reviewer(),
                asked.reviewedOn()));
    }

    private static File accepted(OnFile state) {
        return switch (state) {
            case Started _, InSift _, ToInterview _, Interviewed _, Offered _ ->
                throw new Refused("offer-not-accepted");
            case OfferTaken(var file) -> file;
            case Hired _ -> throw new Refused("application-hired");
            case Ended _ -> throw ended();
        };
    }

    private static Refused noOffer() {
        return new Refused("no-offer");
    }

    private static Refused ended() {
        return new Refused("application-ended");
    }
}
