package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A pulse survey: asked of those in post, answered as nobody, read by nobody before it is closed, published once.
class PulseIT {

    @Test
    void a_survey_is_answered_as_nobody_and_published_when_it_is_closed() throws Exception {
        var system = RunningSystem.shared();
        var survey = Survey.opened(system, 12, 6);
        for (var person = 0; person < 10; person++) {
            survey.answer(survey.draw(person), person < 6 ? 10 : 8, person);
        }
        assertThat(survey.head.reads("feedback", survey.path).path("result").isMissingNode()
                        || survey.head
                                .reads("feedback", survey.path)
                                .path("result")
                                .isNull())
                .isTrue();

        var result = survey.close();
        assertThat(result.path("invited").asInt()).isEqualTo(12);
        assertThat(result.path("responses").asInt()).isEqualTo(10);
        assertThat(result.path("overall").toString()).contains("recommend");
        // Six of one group and four of the other answered: four are too few to be shown.
        assertThat(result.path("groups").toString()).contains("NORTH", "SOUTH");
        assertThat(survey.people.getFirst().isRefused("feedback", survey.path + "/tokens", "{}"))
                .isEqualTo("survey-closed");
    }
}
