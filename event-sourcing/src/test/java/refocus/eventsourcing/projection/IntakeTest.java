package refocus.eventsourcing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Metadata;

/// A reader that declares some of a topic's types: the others pass by and leave no gap.
class IntakeTest {

    private static final String STREAM = "book/" + UUID.randomUUID();

    public sealed interface Heard {

        @EventName("book-lent")
        record BookLent() implements Heard {}
    }

    @Test
    void what_passes_by_at_the_end_of_a_batch_leaves_no_gap_for_the_next() {
        Intake.Result first = take(Map.of(), event(1, "book-lent"), event(2, "book-dusted"));
        assertThat(first.applied()).containsEntry(STREAM, 2L);
        assertThat(first.passedBy()).containsEntry("book-dusted", 1L);

        Intake.Result next = take(first.applied(), event(3, "book-lent"));
        assertThat(next.parked()).isEmpty();
        assertThat(next.applied()).containsEntry(STREAM, 3L);
    }

    @Test
    void what_would_pass_by_waits_behind_an_event_that_fails() {
        var failing = new Intake<>(
                EventTypes.of(Heard.class), true, _ -> CompletableFuture.failedFuture(new IllegalStateException("no")));
        Intake.Result result =
                failing.take(List.of(event(1, "book-lent"), event(2, "book-dusted")), Map.of(), Set.of(), false);
        assertThat(result.applied()).isEmpty();
        assertThat(result.parked())
                .extracting(parked -> parked.event().version())
                .containsExactly(1L, 2L);
    }

    private static Intake.Result take(Map<String, Long> applied, Incoming... events) {
        var intake = new Intake<>(
                EventTypes.of(Heard.class), true, _ -> CompletableFuture.completedFuture(List.<Change>of()));
        return intake.take(List.of(events), applied, Set.of(), false);
    }

    private static Incoming event(long version, String type) {
        return new Incoming(
                STREAM,
                version,
                UUID.randomUUID(),
                type,
                1,
                "{}",
                new Metadata("a test", UUID.randomUUID(), Optional.empty(), Optional.empty()),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty());
    }
}
