package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.recruitment.application.Application.Ended;
import refocus.recruitment.application.Application.Hired;
import refocus.recruitment.application.Application.InSift;
import refocus.recruitment.application.Application.Interviewed;
import refocus.recruitment.application.Application.OfferTaken;
import refocus.recruitment.application.Application.Offered;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.Application.Started;
import refocus.recruitment.application.Application.ToInterview;
import refocus.recruitment.application.ScoreCommand.ModerateScore;
import refocus.recruitment.application.ScoreCommand.RecuseAssessor;
import refocus.recruitment.application.ScoreCommand.ScoreCriterion;
import refocus.recruitment.application.ScoreEvent.AssessorRecused;
import refocus.recruitment.application.ScoreEvent.CriterionScored;
import refocus.recruitment.application.ScoreEvent.ScoreModerated;
import refocus.recruitment.application.ScoreEvent.ScoresRevealed;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

/// The rules of blind scoring: who scores, what, when, and when all see it.
final class Scoring {

    private Scoring() {}

    static List<ApplicationEvent> decide(OnFile state, ScoreCommand command) {
        return switch (command) {
            case ScoreCriterion scoring -> score(state, scoring);
            case ModerateScore moderating -> moderate(state, moderating);
            case RecuseAssessor recusing -> recuse(state, recusing);
        };
    }

    private static List<ApplicationEvent> score(OnFile state, ScoreCriterion asked) {
        Scores scores = state.file().scores();
        mustBeOnPanel(scores, asked.terms(), asked.assessor());
        Criterion criterion = criterion(asked.terms(), asked.criterion());
        Stage stage = criterion.stage();
        if (asked.stage().filter(named -> named != stage).isPresent()) {
            throw new Impossible("stage", "stage-of-criterion");
        }
        if (!asked.terms().assessorsOf(stage).contains(asked.assessor())) {
            throw new Refused("not-on-panel").notAllowed();
        }
        mustBeJudgedNow(state, stage);
        if (scores.by(asked.assessor(), criterion.id())
                .filter(before -> before.score() == asked.score())
                .isPresent()) {
            return List.of();
        }
        if (scores.isRevealed(stage)) {
            throw new Refused("stage-revealed");
        }
        var evidence = about(state.file().candidate(), asked.evidence());
        return revealing(
                new CriterionScored(asked.assessor(), criterion.id(), stage, asked.score(), evidence),
                scores,
                asked.terms());
    }

    private static List<ApplicationEvent> moderate(OnFile state, ModerateScore asked) {
        Scores scores = state.file().scores();
        mustBeOnPanel(scores, asked.terms(), asked.moderator());
        Criterion criterion = criterion(asked.terms(), asked.criterion());
        mustBeJudgedNow(state, criterion.stage());
        if (!scores.isRevealed(criterion.stage())) {
            throw new Refused("scores-not-revealed");
        }
        if (scores.moderation(criterion.id())
                .filter(before -> before.score() == asked.score())
                .isPresent()) {
            return List.of();
        }
        var reason = about(state.file().candidate(), asked.reason());
        return List.of(new ScoreModerated(criterion.id(), criterion.stage(), asked.score(), reason, asked.moderator()));
    }

    private static List<ApplicationEvent> recuse(OnFile state, RecuseAssessor asked) {
        Scores scores = state.file().scores();
        if (scores.recused().contains(asked.assessor())) {
            return List.of();
        }
        mustBeOnPanel(scores, asked.terms(), asked.assessor());
        mustGoOn(state);
        return revealing(new AssessorRecused(asked.assessor(), asked.reason()), scores, asked.terms());
    }

    /// Whatever is complete with this is revealed with this.
    private static List<ApplicationEvent> revealing(ScoreEvent event, Scores before, Terms terms) {
        Scores after = before.after(event);
        var events = new ArrayList<ApplicationEvent>(List.of(event));
        Arrays.stream(Stage.values())
                .filter(stage -> !after.isRevealed(stage) && after.complete(terms, stage))
                .map(ScoresRevealed::new)
                .forEach(events::add);
        return events;
    }

    private static void mustBeOnPanel(Scores scores, Terms terms, UUID assessor) {
        if (!terms.hasOnPanel(assessor)) {
            throw new Refused("not-on-panel").notAllowed();
        }
        if (scores.recused().contains(assessor)) {
            throw new Refused("assessor-recused").notAllowed();
        }
    }

    private static Criterion criterion(Terms terms, String id) {
        return terms.criterion(id).orElseThrow(() -> new Impossible("criterion", "unknown-criterion"));
    }

    private static void mustBeJudgedNow(OnFile state, Stage stage) {
        mustGoOn(state);
        boolean sift = stage == Stage.SIFT;
        switch (state) {
            case Started _ -> throw new Refused("not-submitted");
            case InSift _ when !sift -> throw new Refused("not-shortlisted");
            case ToInterview _, Interviewed _ when sift -> throw new Refused("stage-decided");
            case Offered _, OfferTaken _, Hired _ -> throw new Refused("stage-decided");
            case InSift _, ToInterview _, Interviewed _, Ended _ -> {}
        }
    }

    private static void mustGoOn(OnFile state) {
        if (state instanceof Ended) {
            throw new Refused("application-ended");
        }
    }
}
