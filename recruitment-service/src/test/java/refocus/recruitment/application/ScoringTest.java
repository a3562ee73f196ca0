package refocus.recruitment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.application.Facts.DIRECT_WORK;
import static refocus.recruitment.application.Facts.LISTENING;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.OWEN;
import static refocus.recruitment.application.Facts.SIAN;
import static refocus.recruitment.application.Facts.TERMS;
import static refocus.recruitment.application.Facts.WELSH;
import static refocus.recruitment.application.Facts.and;
import static refocus.recruitment.application.Facts.events;
import static refocus.recruitment.application.Facts.scored;
import static refocus.recruitment.application.Facts.sifted;
import static refocus.recruitment.application.Facts.started;
import static refocus.recruitment.application.Facts.submitted;
import static refocus.recruitment.application.Facts.withdrawn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.recruitment.application.ScoreCommand.ModerateScore;
import refocus.recruitment.application.ScoreCommand.RecuseAssessor;
import refocus.recruitment.application.ScoreCommand.ScoreCriterion;
import refocus.recruitment.application.ScoreEvent.AssessorRecused;
import refocus.recruitment.application.ScoreEvent.ScoreModerated;
import refocus.recruitment.application.ScoreEvent.ScoresRevealed;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.PanelMember;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

class ScoringTest {

    final DeciderSpec<ApplicationCommand, ApplicationEvent, Application> anApplication =
            DeciderSpec.of(Application.TYPE.decider());

    @Nested
    class When_in_the_sift {

        @Test
        void one_assessor_scores_and_nothing_is_revealed() {
            anApplication
                    .given(started(), submitted())
                    .when(scoring(SIAN, DIRECT_WORK, 4))
                    .then(scored(SIAN, DIRECT_WORK, 4));
        }

        @Test
        void the_last_score_reveals_the_stage() {
            var before = sifted(4).subList(0, 5);
            anApplication
                    .given(events(before))
                    .when(scoring(OWEN, WELSH, 3))
                    .then(scored(OWEN, WELSH, 3), new ScoresRevealed(Stage.SIFT));
        }

        @Test
        void the_same_score_is_a_repeat_and_another_stands_instead() {
            anApplication
                    .given(started(), submitted(), scored(SIAN, DIRECT_WORK, 4))
                    .when(scoring(SIAN, DIRECT_WORK, 4))
                    .thenNothing();
            anApplication
                    .given(started(), submitted(), scored(SIAN, DIRECT_WORK, 4))
                    .when(scoring(SIAN, DIRECT_WORK, 2))
                    .then(scored(SIAN, DIRECT_WORK, 2))
                    .thenState(state -> Application.onFile(state)
                                    .file()
                                    .scores()
                                    .of("direct-work")
                                    .size()
                            == 1);
        }

        @Test
        void only_the_panel_scores() {
            anApplication
                    .given(started(), submitted())
                    .when(scoring(MARI, DIRECT_WORK, 5))
                    .thenNotAllowed("not-on-panel");
        }

        @Test
        void what_is_scored_is_a_criterion_of_the_vacancy_in_its_own_stage() {
            anApplication
                    .given(started(), submitted())
                    .when(scoring(SIAN, Facts.criterion("charm", false, 1, Stage.SIFT), 5))
                    .thenImpossible("criterion", "unknown-criterion");
            anApplication
                    .given(started(), submitted())
                    .when(new ScoreCriterion(SIAN, "direct-work", Optional.of(Stage.INTERVIEW), 3, "x", TERMS))
                    .thenImpossible("stage", "stage-of-criterion");
        }

        @Test
        void the_interview_is_not_scored_yet_and_nothing_before_it_is_handed_in() {
            anApplication
                    .given(started(), submitted())
                    .when(scoring(SIAN, LISTENING, 3))
                    .thenRefused("not-shortlisted");
            anApplication.given(started()).when(scoring(SIAN, DIRECT_WORK, 3)).thenRefused("not-submitted");
            anApplication
                    .given(started(), submitted(), withdrawn())
                    .when(scoring(SIAN, DIRECT_WORK, 3))
                    .thenRefused("application-ended");
        }

        @Test
        void young_people_score_their_stage_and_no_other() {
            var fun = Facts.criterion("fun", false, 1, Stage.YOUNG_PEOPLE);
            var terms = new Terms(
                    TERMS.post(),
                    List.of(DIRECT_WORK, fun),
                    List.of(new PanelMember(SIAN, true, false), new PanelMember(OWEN, false, true)));
            anApplication
                    .given(started(), submitted())
                    .when(new ScoreCriterion(OWEN, "direct-work", Optional.empty(), 3, "x", terms))
                    .thenNotAllowed("not-on-panel");
            anApplication
                    .given(started(), submitted())
                    .when(new ScoreCriterion(SIAN, "direct-work", Optional.empty(), 3, "Seen in the statement.", terms))
                    .then(scored(SIAN, DIRECT_WORK, 3), new ScoresRevealed(Stage.SIFT));
        }
    }

    @Nested
    class When_an_assessor_stands_back {

        @Test
        void it_is_said_once_and_their_scores_are_refused() {
            anApplication.given(started(), submitted()).when(recusing(SIAN)).then(new AssessorRecused(SIAN, "RELATED"));
            anApplication
                    .given(started(), submitted(), new AssessorRecused(SIAN, "RELATED"))
                    .when(recusing(SIAN))
                    .thenNothing();
            anApplication
                    .given(started(), submitted(), new AssessorRecused(SIAN, "RELATED"))
                    .when(scoring(SIAN, DIRECT_WORK, 3))
                    .thenNotAllowed("assessor-recused");
            anApplication.given(started(), submitted()).when(recusing(MARI)).thenNotAllowed("not-on-panel");
        }

        @Test
        void the_others_may_be_complete_without_them() {
            anApplication
                    .given(started(), submitted(), scored(OWEN, DIRECT_WORK, 4), scored(OWEN, WELSH, 1))
                    .when(recusing(SIAN))
                    .then(new AssessorRecused(SIAN, "RELATED"), new ScoresRevealed(Stage.SIFT));
        }

        @Test
        void nobody_left_reveals_nothing() {
            anApplication
                    .given(started(), submitted(), new AssessorRecused(OWEN, "RELATED"))
                    .when(recusing(SIAN))
                    .then(new AssessorRecused(SIAN, "RELATED"));
        }
    }

    @Nested
    class When_revealed {

        @Test
        void no_score_changes() {
            anApplication
                    .given(events(sifted(4)))
                    .when(scoring(SIAN, DIRECT_WORK, 1))
                    .thenRefused("stage-revealed");
        }

        @Test
        void moderation_keeps_the_scores_and_needs_the_stage_in_the_open() {
            var agreed =
                    new ScoreModerated("direct-work", Stage.SIFT, 3, about(MARI, "We read it again together."), SIAN);
            anApplication
                    .given(events(sifted(4)))
                    .when(moderating(SIAN, 3))
                    .then(agreed)
                    .thenState(state -> {
                        Scores scores = Application.onFile(state).file().scores();
                        return scores.of("direct-work").size() == 2
                                && scores.result(DIRECT_WORK).equals(Optional.of(new BigDecimal("3.00")));
                    });
            anApplication
                    .given(events(and(sifted(4), agreed)))
                    .when(moderating(SIAN, 3))
                    .thenNothing();
            anApplication.given(events(sifted(4))).when(moderating(MARI, 3)).thenNotAllowed("not-on-panel");
            anApplication
                    .given(started(), submitted())
                    .when(moderating(SIAN, 3))
                    .thenRefused("scores-not-revealed");
        }

        @Test
        void the_sift_stays_as_it_is_once_decided() {
            anApplication
                    .given(events(Facts.shortlistedOne()))
                    .when(moderating(SIAN, 3))
                    .thenRefused("stage-decided");
        }
    }

    @Nested
    class The_sums {

        final Scores scores = Application.onFile(Application.TYPE.decider().fold(sifted(4)))
                .file()
                .scores();

        @Test
        void a_stage_is_the_weighted_mean_of_its_criteria() {
            // (3 x 4.00 + 1 x 2.50) / 4 = 3.625
            assertThat(scores.weighted(TERMS.criteriaOf(Stage.SIFT))).contains(new BigDecimal("3.63"));
            assertThat(scores.weighted(TERMS.criteriaOf(Stage.INTERVIEW))).isEmpty();
        }

        @Test
        void an_essential_criterion_under_its_minimum_or_without_a_score_is_not_met() {
            assertThat(scores.unmet(List.of(DIRECT_WORK, WELSH))).isEmpty();
            assertThat(scores.unmet(List.of(LISTENING))).containsExactly("listening");
        }

        @Test
        void a_recused_assessor_does_not_count() {
            Scores without = scores.after(new AssessorRecused(OWEN, "RELATED"));
            assertThat(without.result(WELSH)).contains(new BigDecimal("2.00"));
        }
    }

    private static ScoreCriterion scoring(UUID assessor, Criterion criterion, int score) {
        return new ScoreCriterion(assessor, criterion.id(), Optional.empty(), score, "Seen in the statement.", TERMS);
    }

    private static ModerateScore moderating(UUID moderator, int score) {
        return new ModerateScore(moderator, "direct-work", score, "We read it again together.", TERMS);
    }

    private static RecuseAssessor recusing(UUID assessor) {
        return new RecuseAssessor(assessor, "RELATED", TERMS);
    }
}
