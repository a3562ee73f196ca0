package refocus.eventsourcing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    final WorkingDays days = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 10, 2026-04-07",
        "2026-03-20, 15, 2026-04-14",
        "2026-03-20, 42, 2026-05-22",
        "2025-12-24,  1, 2025-12-29",
        "2022-05-27, 10, 2022-06-14",
        "2023-04-28, 15, 2023-05-23",
        "2027-12-20, 10, 2028-01-06",
        "2026-05-02,  1, 2026-05-05"
    })
    void a_term_ends_on_its_due_day(LocalDate trigger, int term, LocalDate due) {
        assertThat(days.after(trigger, term)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-04-29", "2012-06-04", "2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19",
                "2023-05-08", "2002-06-03", "1999-12-31", "2026-04-03", "2026-04-06", "2026-08-31", "2026-12-25",
                "2026-12-28", "2021-12-27", "2021-12-28", "2022-01-03"
            })
    void nobody_counts_a_holiday(LocalDate holiday) {
        assertThat(days.counts(holiday)).isFalse();
    }

    /// The days from which the one-off holidays were moved, and Scotland's and Ireland's own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-05-28",
                "2020-05-04",
                "2022-05-30",
                "2002-05-27",
                "2026-01-02",
                "2026-03-17",
                "2026-08-03",
                "2026-11-30"
            })
    void other_days_count(LocalDate day) {
        assertThat(days.counts(day)).isTrue();
    }
}
