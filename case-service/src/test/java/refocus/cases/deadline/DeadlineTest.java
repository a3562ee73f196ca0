package refocus.cases.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.deadline.DeadlineCommand.MeetDeadline;
import refocus.cases.deadline.DeadlineCommand.MissDeadline;
import refocus.cases.deadline.DeadlineCommand.SetDeadline;
import refocus.cases.deadline.DeadlineEvent.DeadlineMet;
import refocus.cases.deadline.DeadlineEvent.DeadlineMissed;
import refocus.cases.deadline.DeadlineEvent.DeadlineSet;
import refocus.eventsourcing.DeciderSpec;

class DeadlineTest {

    static final UUID NIA = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final UUID REFERRAL = UUID.fromString("01930000-0000-7000-8000-00000000000f");
    static final UUID RECEIVED = UUID.fromString("01930000-0000-7000-8000-0000000000e1");
    static final UUID TRIAGED = UUID.fromString("01930000-0000-7000-8000-0000000000e2");
    static final LocalDate MONDAY = LocalDate.parse("2026-07-06");
    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    /// Midnight in Wales, in summer.
    static final Instant END_OF_TUESDAY = Instant.parse("2026-07-07T23:00:00Z");

    final DeciderSpec<DeadlineCommand, DeadlineEvent, Deadline> aDeadline = DeciderSpec.of(Deadline.TYPE.decider());

    @Nested
    class When_unset {

        @Test
        void it_is_set_by_a_rule() {
            aDeadline.when(setting()).then(set());
        }

        @Test
        void there_is_nothing_to_meet_or_miss() {
            aDeadline.when(new MeetDeadline(MONDAY, MONDAY, TRIAGED)).thenNothing();
            aDeadline.when(new MissDeadline(END_OF_TUESDAY)).thenUnknown();
        }
    }

    @Nested
    class When_running {

        @Test
        void setting_it_again_is_a_repeat() {
            aDeadline.given(set()).when(setting()).thenNothing();
        }

        @Test
        void it_is_met_on_its_due_day() {
            aDeadline
                    .given(set())
                    .when(new MeetDeadline(TUESDAY, TUESDAY, TRIAGED))
                    .then(met(TUESDAY, true, false));
        }

        @Test
        void a_fact_learned_of_after_the_due_day_says_so() {
            aDeadline
                    .given(set())
                    .when(new MeetDeadline(TUESDAY, TUESDAY.plusDays(1), TRIAGED))
                    .then(met(TUESDAY, true, true));
        }

        @Test
        void it_is_missed_when_the_due_day_ends_and_not_before() {
            aDeadline
                    .given(set())
                    .when(new MissDeadline(END_OF_TUESDAY.minusMillis(1)))
                    .thenRefused("deadline-not-due");
            aDeadline.given(set()).when(new MissDeadline(END_OF_TUESDAY)).then(missed());
        }

        @Test
        void a_clock_that_stood_still_still_says_when_it_was_due() {
            aDeadline
                    .given(set())
                    .when(new MissDeadline(END_OF_TUESDAY.plusSeconds(86_400)))
                    .then(missed());
        }
    }

    @Nested
    class When_missed {

        @Test
        void missing_it_again_is_a_repeat() {
            aDeadline
                    .given(set(), missed())
                    .when(new MissDeadline(END_OF_TUESDAY))
                    .thenNothing();
        }

        @Test
        void what_was_done_in_time_and_recorded_late_supersedes_the_miss() {
            aDeadline
                    .given(set(), missed())
                    .when(new MeetDeadline(TUESDAY, TUESDAY.plusDays(2), TRIAGED))
                    .then(met(TUESDAY, true, true))
                    .thenState(state -> state instanceof Deadline.Met);
        }

        @Test
        void what_was_done_late_is_not_on_time() {
            aDeadline
                    .given(set(), missed())
                    .when(new MeetDeadline(TUESDAY.plusDays(1), TUESDAY.plusDays(1), TRIAGED))
                    .then(met(TUESDAY.plusDays(1), false, true));
        }
    }

    @Nested
    class When_met {

        @Test
        void it_is_neither_met_nor_missed_again() {
            aDeadline
                    .given(set(), met(TUESDAY, true, false))
                    .when(new MeetDeadline(TUESDAY, TUESDAY, TRIAGED))
                    .thenNothing();
            aDeadline
                    .given(set(), met(TUESDAY, true, false))
                    .when(new MissDeadline(END_OF_TUESDAY))
                    .thenNothing();
        }
    }

    private static SetDeadline setting() {
        return new SetDeadline(
                "next-action",
                1,
                Optional.of(REFERRAL),
                Optional.empty(),
                List.of(NIA),
                RECEIVED,
                MONDAY,
                TUESDAY,
                "wales");
    }

    private static DeadlineSet set() {
        return new DeadlineSet(
                "next-action",
                1,
                Optional.of(REFERRAL),
                Optional.empty(),
                List.of(NIA),
                RECEIVED,
                MONDAY,
                TUESDAY,
                "wales");
    }

    private static DeadlineMet met(LocalDate on, boolean onTime, boolean recordedLate) {
        return new DeadlineMet(
                "next-action", Optional.of(REFERRAL), Optional.empty(), on, TUESDAY, onTime, recordedLate, TRIAGED);
    }

    private static DeadlineMissed missed() {
        return new DeadlineMissed("next-action", Optional.of(REFERRAL), Optional.empty(), TUESDAY, END_OF_TUESDAY);
    }
}
