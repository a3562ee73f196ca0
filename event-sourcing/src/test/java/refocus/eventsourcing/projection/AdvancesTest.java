package refocus.eventsourcing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Whoever waits for a projection looks again when it has moved on, and anyway.
class AdvancesTest {

    private final Advances advances = new Advances();

    @Test
    void who_waits_hears_of_it_at_once() {
        var awaited = advances.next("loans");
        advances.advanced("loans");
        assertThat(awaited).isCompleted();
        assertThat(advances.next("loans")).isNotSameAs(awaited);
    }

    /// Another instance may be the one that follows.
    @Test
    void who_hears_nothing_looks_again_all_the_same() throws Exception {
        advances.next("loans").get(10, TimeUnit.SECONDS);
    }
}
