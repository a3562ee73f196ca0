package refocus.feedback.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.feedback.survey.Question.Kind;
import refocus.feedback.survey.SurveyCommand.CloseSurvey;
import refocus.feedback.survey.SurveyCommand.DesignSurvey;
import refocus.feedback.survey.SurveyCommand.Invited;
import refocus.feedback.survey.SurveyCommand.OpenSurvey;
import refocus.feedback.survey.SurveyCommand.PublishResult;
import refocus.feedback.survey.SurveyCommand.RecordParticipation;
import refocus.feedback.survey.SurveyEvent.Group;
import refocus.feedback.survey.SurveyEvent.ParticipationRecorded;
import refocus.feedback.survey.SurveyEvent.SurveyClosed;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;

class SurveyTest {

    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final LocalDate FRIDAY = MONDAY.plusDays(4);
    static final Question HEARD = new Question("heard", "I am heard.", "Caf fy nghlywed.", Kind.SCALE, 5);

    final DeciderSpec<SurveyCommand, SurveyEvent, Survey> aSurvey = DeciderSpec.of(Survey.TYPE.decider());

    @Nested
    class When_undesigned {

        @Test
        void it_is_designed() {
            aSurvey.when(designing()).then(designed());
        }

        @Test
        void a_question_stands_once() {
            aSurvey.when(new DesignSurvey("Pulse", "Curiad", List.of(HEARD, HEARD), MONDAY))
                    .thenImpossible("questions", "question-twice");
        }

        @Test
        void there_is_nothing_to_open_answer_close_or_publish() {
            aSurvey.when(opening(6)).thenUnknown();
            aSurvey.when(new RecordParticipation(worker(1))).thenUnknown();
            aSurvey.when(new CloseSurvey(FRIDAY)).thenUnknown();
            aSurvey.when(new PublishResult(result())).thenUnknown();
        }
    }

    @Nested
    class When_designed {

        @Test
        void designing_again_is_a_repeat() {
            aSurvey.given(designed()).when(designing()).thenNothing();
        }

        @Test
        void opening_freezes_audience_and_groups() {
            aSurvey.given(designed()).when(opening(6)).then(opened(6));
        }

        @Test
        void an_audience_is_large_enough_and_names_each_worker_once() {
            aSurvey.given(designed()).when(opening(4)).thenRefused("audience-too-small");
            aSurvey.given(designed())
                    .when(new OpenSurvey(
                            List.of(new Invited(worker(1), "NORTH"), new Invited(worker(1), "SOUTH")), MONDAY, FRIDAY))
                    .thenImpossible("audience", "worker-twice");
            aSurvey.given(designed())
                    .when(new OpenSurvey(audience(6), FRIDAY, MONDAY))
                    .thenImpossible("closesOn", "closes-before-opening");
        }

        @Test
        void nobody_draws_closes_or_publishes_yet() {
            aSurvey.given(designed()).when(new RecordParticipation(worker(1))).thenRefused("survey-not-open");
            aSurvey.given(designed()).when(new CloseSurvey(FRIDAY)).thenRefused("survey-not-open");
            aSurvey.given(designed()).when(new PublishResult(result())).thenRefused("survey-not-closed");
        }
    }

    @Nested
    class When_open {

        @Test
        void opening_the_same_is_a_repeat_and_another_audience_is_refused() {
            aSurvey.given(designed(), opened(6)).when(opening(6)).thenNothing();
            aSurvey.given(designed(), opened(6)).when(opening(7)).thenRefused("survey-frozen");
        }

        @Test
        void one_who_is_asked_draws_once() {
            aSurvey.given(designed(), opened(6))
                    .when(new RecordParticipation(worker(1)))
                    .then(new ParticipationRecorded(worker(1)));
            aSurvey.given(designed(), opened(6), new ParticipationRecorded(worker(1)))
                    .when(new RecordParticipation(worker(1)))
                    .thenRefused("token-drawn");
            aSurvey.given(designed(), opened(6))
                    .when(new RecordParticipation(worker(99)))
                    .thenNotAllowed("not-invited");
        }

        @Test
        void it_is_closed_before_it_is_published() {
            aSurvey.given(designed(), opened(6)).when(new CloseSurvey(FRIDAY)).then(new SurveyClosed(FRIDAY));
            aSurvey.given(designed(), opened(6))
                    .when(new PublishResult(result()))
                    .thenRefused("survey-not-closed");
        }
    }

    @Nested
    class When_closed {

        @Test
        void closing_again_is_a_repeat_and_nobody_draws_any_more() {
            aSurvey.given(designed(), opened(6), closed())
                    .when(new CloseSurvey(FRIDAY))
                    .thenNothing();
            aSurvey.given(designed(), opened(6), closed())
                    .when(new RecordParticipation(worker(1)))
                    .thenRefused("survey-closed");
            aSurvey.given(designed(), opened(6), closed()).when(opening(6)).thenRefused("survey-closed");
        }

        @Test
        void its_result_is_published_once() {
            aSurvey.given(designed(), opened(6), closed())
                    .when(new PublishResult(result()))
                    .then(result());
            aSurvey.given(designed(), opened(6), closed(), result())
                    .when(new PublishResult(result()))
                    .thenNothing();
        }
    }

    static UUID worker(int number) {
        return UUID.fromString("01930000-0000-7000-8000-%012d".formatted(number));
    }

    private static List<Invited> audience(int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(number -> new Invited(worker(number), "NORTH"))
                .toList();
    }

    private static DesignSurvey designing() {
        return new DesignSurvey("Pulse", "Curiad", List.of(HEARD), MONDAY);
    }

    private static SurveyDesigned designed() {
        return new SurveyDesigned("Pulse", "Curiad", List.of(HEARD), MONDAY);
    }

    private static OpenSurvey opening(int people) {
        return new OpenSurvey(audience(people), MONDAY, FRIDAY);
    }

    private static SurveyOpened opened(int people) {
        return new SurveyOpened(
                IntStream.rangeClosed(1, people).mapToObj(SurveyTest::worker).toList(),
                List.of(new Group("NORTH", people)),
                5,
                MONDAY,
                FRIDAY);
    }

    private static SurveyClosed closed() {
        return new SurveyClosed(FRIDAY);
    }

    private static SurveyResultPublished result() {
        return new SurveyResultPublished(6, Optional.empty(), List.of(), List.of());
    }
}
