package refocus.reporting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import refocus.eventsourcing.projection.NotYet;

/// In the first moments of a new service there are functions and no rows yet: not now, and not a fault.
class BeforeTheFirstBuildTest {

    record Month(String month) {}

    @Test
    void a_question_is_answered_not_yet() throws Exception {
        try (Story story = Story.projectedBy()) {
            var asked = story.views().query("select month from reports.referral_timeliness", Month.class);
            assertThatThrownBy(() -> asked.await().indefinitely()).isInstanceOf(NotYet.class);
        }
    }
}
