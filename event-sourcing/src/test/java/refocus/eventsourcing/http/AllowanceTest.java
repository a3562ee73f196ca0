package refocus.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Three requests at once, and one every two seconds for good.
class AllowanceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final Allowance allowance = new Allowance(0.5, 3, nanos::get);

    @Test
    void some_are_let_through_at_once_and_the_next_is_told_when_to_come_back() {
        ask("nia", 3);
        assertThat(allowance.exceededBy("nia")).contains(Duration.ofSeconds(2));
        pass(Duration.ofMillis(1500));
        assertThat(allowance.exceededBy("nia")).contains(Duration.ofSeconds(1));
        pass(Duration.ofMillis(500));
        assertThat(allowance.exceededBy("nia")).isEmpty();
        assertThat(allowance.exceededBy("nia")).isPresent();
    }

    @Test
    void one_caller_takes_nothing_from_another() {
        ask("nia", 3);
        assertThat(allowance.exceededBy("nia")).isPresent();
        ask("gwen", 3);
    }

    @Test
    void who_rests_long_has_no_more_than_at_the_beginning() {
        ask("nia", 3);
        pass(Duration.ofHours(8));
        ask("nia", 3);
        assertThat(allowance.exceededBy("nia")).isPresent();
    }

    private void ask(String caller, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(allowance.exceededBy(caller)).isEmpty();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
