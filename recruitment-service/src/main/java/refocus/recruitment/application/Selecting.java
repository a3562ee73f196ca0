package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import refocus.recruitment.application.SelectionCommand.GiveFeedback;
import refocus.recruitment.application.SelectionCommand.HoldInterview;
import refocus.recruitment.application.SelectionCommand.RankCandidate;
import refocus.recruitment.application.SelectionCommand.ScheduleInterview;
import refocus.recruitment.application.SelectionCommand.Shortlist;
import refocus.recruitment.application.SelectionCommand.TurnDown;
import refocus.recruitment.application.SelectionEvent.CandidateFeedbackGiven;
import refocus.recruitment.application.SelectionEvent.CandidateRanked;
import refocus.recruitment.application.SelectionEvent.InterviewHeld;
import refocus.recruitment.application.SelectionEvent.InterviewScheduled;
import refocus.recruitment.application.SelectionEvent.NotShortlisted;
import refocus.recruitment.application.SelectionEvent.Shortlisted;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

/// The rules of the shortlist, the interview, the ranking after it, and of what candidates are told.
final class Selecting {

    private Selecting() {}

    static List<ApplicationEvent> decide(OnFile state, SelectionCommand command) {
        return switch (command) {
            case Shortlist shortlisting -> shortlist(state, shortlisting);
            case TurnDown declining -> turnDown(state, declining);
            case ScheduleInterview(var time) -> schedule(state, time);
            case HoldInterview holding -> hold(state, holding);
            case RankCandidate ranking -> rank(state, ranking);
            case GiveFeedback giving -> tell(state, giving);
        };
    }

    private static List<ApplicationEvent> shortlist(OnFile state, Shortlist asked) {
        return switch (state) {
            case Started _ -> throw notSubmitted();
            case InSift(var file) -> {
                mustBeMet(file.scores(), asked.terms(), List.of(Stage.SIFT));
                yield List.of(new Shortlisted(file.vacancy(), asked.reasons(), asked.decidedOn()));
            }
            case ToInterview _, Interviewed _, Offered _, OfferTaken _, Hired _ -> List.of();
            case Ended _ -> throw ended();
        };
    }

    /// All that was to be scored is in the open, and no essential criterion is under its minimum.
    static void mustBeMet(Scores scores, Terms terms, List<Stage> stages) {
        for (Stage stage : stages) {
            var criteria = terms.criteriaOf(stage);
            if (!criteria.isEmpty() && !scores.isRevealed(stage)) {
                throw new Refused("scores-not-revealed");
            }
            List<String> unmet = scores.unmet(criteria);
            if (!unmet.isEmpty()) {
                throw new Refused("essential-not-met", String.join(", ", unmet)).telling("criteria", unmet);
            }
        }
    }

    private static List<ApplicationEvent> turnDown(OnFile state, TurnDown asked) {
        if (asked.reasons().isEmpty()) {
            throw new Impossible("reasons", "reason-needed");
        }
        return switch (state) {
            case Started _ -> throw notSubmitted();
            case InSift(var file) ->
                List.of(new NotShortlisted(
                        file.vacancy(), asked.reasons(), about(file.candidate(), asked.feedback()), asked.decidedOn()));
            case ToInterview _, Interviewed _, Offered _, OfferTaken _, Hired _ ->
                throw new Refused("application-shortlisted");
            case Ended(var _, Ending ending) when ending == Ending.NOT_SHORTLISTED -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static List<ApplicationEvent> schedule(OnFile state, Instant time) {
        return switch (state) {
            case Started _ -> throw notSubmitted();
            case InSift _ -> throw new Refused("not-shortlisted");
            case ToInterview(var file) when file.interviewAt().equals(Optional.of(time)) -> List.of();
            case ToInterview _ -> List.of(new InterviewScheduled(time));
            case Interviewed _, Offered _, OfferTaken _, Hired _ -> throw new Refused("interview-held");
            case Ended _ -> throw ended();
        };
    }

    private static List<ApplicationEvent> hold(OnFile state, HoldInterview asked) {
        return switch (state) {
            case Started _ -> throw notSubmitted();
            case InSift _ -> throw new Refused("not-shortlisted");
            case ToInterview(var file) -> List.of(new InterviewHeld(file.vacancy(), asked.heldOn()));
            case Interviewed _, Offered _, OfferTaken _, Hired _ -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static List<ApplicationEvent> rank(OnFile state, RankCandidate asked) {
        return switch (state) {
            case Started _, InSift _, ToInterview _ -> throw new Refused("not-interviewed");
            case Interviewed(var file) when file.rank().equals(Optional.of(asked.rank())) -> List.of();
            case Interviewed(var file) -> {
                mustBeRevealed(file.scores(), asked.terms());
                yield List.of(new CandidateRanked(file.vacancy(), asked.rank(), asked.rankedOn()));
            }
            case Offered _, OfferTaken _, Hired _ -> throw new Refused("stage-decided");
            case Ended _ -> throw ended();
        };
    }

    private static void mustBeRevealed(Scores scores, Terms terms) {
        boolean all = terms.criteria().stream().map(Criterion::stage).allMatch(scores::isRevealed);
        if (!all) {
            throw new Refused("scores-not-revealed");
        }
    }

    /// Whoever was judged may be told, more than once, whatever became of the application.
    private static List<ApplicationEvent> tell(OnFile state, GiveFeedback asked) {
        return switch (state) {
            case Started _ -> throw notSubmitted();
            case InSift _ -> throw new Refused("not-decided");
            case ToInterview _, Interviewed _, Offered _, OfferTaken _, Hired _, Ended _ -> {
                File file = state.file();
                var feedback = about(file.candidate(), asked.feedback());
                yield List.of(new CandidateFeedbackGiven(file.vacancy(), feedback, asked.givenOn()));
            }
        };
    }

    private static Refused notSubmitted() {
        return new Refused("not-submitted");
    }

    private static Refused ended() {
        return new Refused("application-ended");
    }
}
