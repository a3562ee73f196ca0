package refocus.reporting.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.reporting.period.Period.Bucket;

class PeriodTest {

    @Test
    void has_at_least_one_day() {
        assertThatThrownBy(() -> period("2026-10-01", "2026-10-01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> period("2026-10-02", "2026-10-01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_whole_months_only_from_first_to_first() {
        assertThat(period("2026-10-01", "2027-01-01").isWholeMonths()).isTrue();
        assertThat(period("2026-10-01", "2026-12-31").isWholeMonths()).isFalse();
        assertThat(period("2026-10-02", "2027-01-01").isWholeMonths()).isFalse();
    }

    @Nested
    class When_cut {

        @Test
        void months_at_its_ends_may_be_partial_and_none_is_left_out() {
            assertThat(period("2026-10-10", "2026-12-05").by(By.MONTH))
                    .containsExactly(
                            bucket("2026-10", "2026-10-10", "2026-11-01"),
                            bucket("2026-11", "2026-11-01", "2026-12-01"),
                            bucket("2026-12", "2026-12-01", "2026-12-05"));
        }

        @Test
        void quarters_begin_in_january_april_july_and_october() {
            assertThat(period("2026-03-31", "2026-10-02").by(By.QUARTER))
                    .containsExactly(
                            bucket("2026-Q1", "2026-03-31", "2026-04-01"),
                            bucket("2026-Q2", "2026-04-01", "2026-07-01"),
                            bucket("2026-Q3", "2026-07-01", "2026-10-01"),
                            bucket("2026-Q4", "2026-10-01", "2026-10-02"));
        }

        @Test
        void financial_years_begin_on_the_first_of_april() {
            assertThat(period("2026-03-31", "2027-04-02").by(By.FINANCIAL_YEAR))
                    .containsExactly(
                            bucket("2025-26", "2026-03-31", "2026-04-01"),
                            bucket("2026-27", "2026-04-01", "2027-04-01"),
                            bucket("2027-28", "2027-04-01", "2027-04-02"));
        }

        @Test
        void a_financial_year_over_a_century_keeps_two_digits() {
            assertThat(period("2099-04-01", "2100-04-01").by(By.FINANCIAL_YEAR))
                    .extracting(Bucket::key)
                    .containsExactly("2099-00");
        }

        @Test
        void years_are_calendar_years() {
            assertThat(period("2026-12-31", "2027-01-02").by(By.YEAR))
                    .containsExactly(
                            bucket("2026", "2026-12-31", "2027-01-01"), bucket("2027", "2027-01-01", "2027-01-02"));
        }

        @Test
        void a_leap_day_is_in_february() {
            assertThat(period("2028-02-29", "2028-03-01").by(By.MONTH))
                    .containsExactly(bucket("2028-02", "2028-02-29", "2028-03-01"));
        }
    }

    @Nested
    class A_civil_day {

        @Test
        void begins_at_local_midnight_in_summer() {
            assertThat(Period.day(Instant.parse("2026-06-30T22:59:59Z"))).isEqualTo("2026-06-30");
            assertThat(Period.day(Instant.parse("2026-06-30T23:00:00Z"))).isEqualTo("2026-07-01");
        }

        @Test
        void has_25_hours_when_the_clocks_go_back() {
            assertThat(Period.day(Instant.parse("2026-10-24T23:00:00Z"))).isEqualTo("2026-10-25");
            assertThat(Period.day(Instant.parse("2026-10-25T23:59:59Z"))).isEqualTo("2026-10-25");
            assertThat(Period.day(Instant.parse("2026-10-26T00:00:00Z"))).isEqualTo("2026-10-26");
        }

        @Test
        void has_23_hours_when_they_go_forward() {
            assertThat(Period.day(Instant.parse("2026-03-29T00:00:00Z"))).isEqualTo("2026-03-29");
            assertThat(Period.day(Instant.parse("2026-03-29T22:59:59Z"))).isEqualTo("2026-03-29");
            assertThat(Period.day(Instant.parse("2026-03-29T23:00:00Z"))).isEqualTo("2026-03-30");
        }
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Bucket bucket(String key, String from, String to) {
        return new Bucket(key, LocalDate.parse(from), LocalDate.parse(to));
    }
}
