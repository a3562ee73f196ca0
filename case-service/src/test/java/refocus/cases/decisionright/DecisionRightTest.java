package refocus.cases.decisionright;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.decisionright.DecisionRightCommand.RetireDecisionRight;
import refocus.cases.decisionright.DecisionRightCommand.SetDecisionRight;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightRetired;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightSet;
import refocus.eventsourcing.DeciderSpec;

class DecisionRightTest {

    static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    static final LocalDate JULY = LocalDate.parse("2026-07-01");

    final DeciderSpec<DecisionRightCommand, DecisionRightEvent, DecisionRight> aRight =
            DeciderSpec.of(DecisionRight.TYPE.decider());

    @Nested
    class When_unset {

        @Test
        void the_first_version_is_set() {
            aRight.when(setting(1, JANUARY)).then(set(1, 1, JANUARY));
        }

        @Test
        void there_is_nothing_to_retire() {
            aRight.when(new RetireDecisionRight(JUNE)).thenUnknown();
        }
    }

    @Nested
    class When_set {

        @Test
        void saying_the_same_again_is_a_repeat() {
            aRight.given(set(1, 1, JANUARY)).when(setting(1, JANUARY)).thenNothing();
        }

        @Test
        void a_later_version_ends_the_one_before_on_its_first_day() {
            aRight.given(set(1, 1, JANUARY))
                    .when(setting(0, JUNE))
                    .then(set(2, 0, JUNE))
                    .thenState(state -> levelOn(state, JUNE.minusDays(1)).equals(Optional.of(1))
                            && levelOn(state, JUNE).equals(Optional.of(0))
                            && levelOn(state, JANUARY.minusDays(1)).isEmpty());
        }

        @Test
        void versions_do_not_overtake_each_other() {
            aRight.given(set(1, 1, JUNE)).when(setting(0, JANUARY)).thenImpossible("validFrom", "before-version");
        }

        @Test
        void it_is_retired_from_a_day_on() {
            aRight.given(set(1, 1, JANUARY))
                    .when(new RetireDecisionRight(JUNE))
                    .then(retired(JUNE))
                    .thenState(state -> levelOn(state, JUNE).isEmpty()
                            && levelOn(state, JUNE.minusDays(1)).equals(Optional.of(1)));
            aRight.given(set(1, 1, JUNE))
                    .when(new RetireDecisionRight(JANUARY))
                    .thenImpossible("validTo", "before-version");
        }
    }

    @Nested
    class When_retired {

        @Test
        void retiring_again_is_a_repeat_unless_it_is_to_end_sooner() {
            aRight.given(set(1, 1, JANUARY), retired(JUNE))
                    .when(new RetireDecisionRight(JUNE))
                    .thenNothing();
            aRight.given(set(1, 1, JANUARY), retired(JULY))
                    .when(new RetireDecisionRight(JUNE))
                    .then(retired(JUNE));
        }

        @Test
        void it_is_set_again_and_not_in_force_in_between() {
            aRight.given(set(1, 1, JANUARY), retired(JUNE))
                    .when(setting(1, JULY))
                    .then(set(2, 1, JULY))
                    .thenState(state -> levelOn(state, JUNE).isEmpty()
                            && levelOn(state, JULY).equals(Optional.of(1)));
        }
    }

    @Test
    void the_same_kind_and_tier_are_the_same_stream() {
        assertThat(List.of(DecisionRight.of("PLAN", "LOW"), DecisionRight.of("PLAN", "HIGH")))
                .doesNotHaveDuplicates()
                .contains(DecisionRight.of("PLAN", "LOW"));
    }

    private static Optional<Integer> levelOn(DecisionRight state, LocalDate day) {
        return DecisionRight.on(state, day).map(version -> version.right().lowestLevel());
    }

    private static SetDecisionRight setting(int level, LocalDate from) {
        return new SetDecisionRight("PLAN", "LOW", level, Optional.empty(), from);
    }

    private static DecisionRightSet set(int version, int level, LocalDate from) {
        return new DecisionRightSet("PLAN", "LOW", version, level, Optional.empty(), from);
    }

    private static DecisionRightRetired retired(LocalDate from) {
        return new DecisionRightRetired("PLAN", "LOW", 1, from);
    }
}
