package refocus.cases.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static refocus.cases.rights.RightsProjection.RIGHTS;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import refocus.cases.decisionright.DecisionRight;
import refocus.cases.decisionright.DecisionRightEvent;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightRetired;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightSet;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class RightsProjectionTest {

    static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    static final LocalDate JULY = LocalDate.parse("2026-07-01");

    final Rows<DecisionRightEvent> rows = new Rows<>(new RightsProjection());

    @Test
    void a_version_is_in_force_until_the_next_or_until_it_is_retired() {
        say(new DecisionRightSet("PLAN", "LOW", 1, 1, Optional.empty(), JANUARY));
        say(new DecisionRightSet("PLAN", "LOW", 2, 0, Optional.empty(), JUNE));
        say(new DecisionRightRetired("PLAN", "LOW", 2, JULY));
        assertThat(rows.of(RIGHTS))
                .extracting(RightEntry::version, RightEntry::validFrom, RightEntry::validTo)
                .containsExactly(tuple(1, JANUARY, Optional.of(JUNE)), tuple(2, JUNE, Optional.of(JULY)));
    }

    @Test
    void a_right_set_again_after_a_gap_leaves_the_gap() {
        say(new DecisionRightSet("PLAN", "LOW", 1, 1, Optional.empty(), JANUARY));
        say(new DecisionRightRetired("PLAN", "LOW", 1, JUNE));
        say(new DecisionRightSet("PLAN", "LOW", 2, 1, Optional.empty(), JULY));
        assertThat(rows.of(RIGHTS))
                .extracting(RightEntry::validTo)
                .containsExactly(Optional.of(JUNE), Optional.empty());
    }

    private void say(DecisionRightEvent event) {
        rows.after(new StreamId("decision-rights", DecisionRight.of("PLAN", "LOW")), event);
    }
}
