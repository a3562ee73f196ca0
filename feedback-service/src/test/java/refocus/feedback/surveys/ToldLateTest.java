package refocus.feedback.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ToldLateTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-09");

    private final ToldLate late = new ToldLate(Duration.ofSeconds(15));

    @Test
    void a_day_told_of_in_time_is_due_when_it_is_over() {
        assertThat(late.due(DAY, Instant.parse("2026-01-09T23:59:59Z"))).isEqualTo("2026-01-10T00:00:00Z");
    }

    @Test
    void a_day_that_was_over_by_then_is_due_a_little_after_it_was_told_of() {
        assertThat(late.due(DAY, Instant.parse("2026-03-02T09:00:00Z"))).isEqualTo("2026-03-02T09:00:15Z");
    }
}
