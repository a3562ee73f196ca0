package refocus.cases.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.deadlines.DeadlinesProjection.DEADLINES;
import static refocus.cases.deadlines.DeadlinesProjection.DUE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.deadline.Deadline;
import refocus.cases.deadline.DeadlineEvent.DeadlineMet;
import refocus.cases.deadline.DeadlineEvent.DeadlineMissed;
import refocus.cases.deadline.DeadlineEvent.DeadlineSet;
import refocus.cases.deadlines.DeadlineEntry.State;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class DeadlinesProjectionTest {

    static final UUID REFERRAL = new UUID(5, 5);
    static final StreamId DEADLINE = Deadline.of(REFERRAL, "next-action");
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final Instant END_OF_TUESDAY = Instant.parse("2026-11-04T00:00:00Z");

    final Rows<Object> rows = new Rows<>(new DeadlinesProjection());

    @Test
    void one_that_runs_is_due_at_the_end_of_its_day() {
        rows.after(DEADLINE, set());
        assertThat(rows.of(DEADLINES)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.OPEN);
            assertThat(entry.dueOn()).isEqualTo(TUESDAY);
        });
        assertThat(rows.of(DUE)).containsExactly(new DueDeadline(DEADLINE.toString(), END_OF_TUESDAY));
    }

    @Test
    void one_that_is_met_is_due_no_longer() {
        rows.after(DEADLINE, set()).after(DEADLINE, met(TUESDAY, true, false));
        assertThat(rows.of(DEADLINES).getFirst().state()).isEqualTo(State.MET);
        assertThat(rows.of(DUE)).isEmpty();
    }

    @Test
    void a_late_record_of_what_was_done_in_time_supersedes_the_miss() {
        rows.after(DEADLINE, set()).after(DEADLINE, missed());
        assertThat(rows.of(DEADLINES).getFirst().state()).isEqualTo(State.MISSED);
        assertThat(rows.of(DUE)).isEmpty();
        rows.after(DEADLINE, met(TUESDAY, true, true));
        assertThat(rows.of(DEADLINES).getFirst()).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.MET);
            assertThat(entry.recordedLate()).isTrue();
        });
    }

    @Test
    void what_was_done_late_stays_missed_and_says_when_it_was_done() {
        rows.after(DEADLINE, set()).after(DEADLINE, missed()).after(DEADLINE, met(TUESDAY.plusDays(2), false, true));
        assertThat(rows.of(DEADLINES).getFirst()).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.MISSED);
            assertThat(entry.metOn()).contains(TUESDAY.plusDays(2));
        });
    }

    private static DeadlineSet set() {
        return new DeadlineSet(
                "next-action",
                1,
                Optional.of(REFERRAL),
                Optional.empty(),
                List.of(new UUID(1, 1)),
                new UUID(9, 9),
                MONDAY,
                TUESDAY,
                "wales");
    }

    private static DeadlineMet met(LocalDate on, boolean onTime, boolean recordedLate) {
        return new DeadlineMet(
                "next-action",
                Optional.of(REFERRAL),
                Optional.empty(),
                on,
                TUESDAY,
                onTime,
                recordedLate,
                new UUID(9, 8));
    }

    private static DeadlineMissed missed() {
        return new DeadlineMissed("next-action", Optional.of(REFERRAL), Optional.empty(), TUESDAY, END_OF_TUESDAY);
    }
}
