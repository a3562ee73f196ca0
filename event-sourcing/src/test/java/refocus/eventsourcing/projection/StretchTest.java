package refocus.eventsourcing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.projection.Source.Placed;

/// Readers of a stretch stand where they have read to, and are through with no more than that.
class StretchTest {

    private static final Instant EARLY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-02T10:00:00Z");

    private final Stretch stretch = new Stretch(at(10));

    @Test
    void holds_what_it_was_begun_at_and_nothing_before_or_beyond() {
        assertThat(stretch.holds(at(9))).isFalse();
        assertThat(stretch.holds(at(10))).isTrue();
        assertThat(stretch.holds(at(11))).isFalse();
    }

    @Test
    void a_reader_that_took_a_part_stands_at_its_last_event_and_has_heard_no_more() {
        stretch.add(events(11, 14), at(14).through(LATE));
        var taken = new ArrayList<Placed>();
        assertThat(stretch.take(at(11).through(EARLY), 2, taken)).isEqualTo(at(13).through(EARLY));
        assertThat(taken).extracting(placed -> placed.place().major()).containsExactly(12L, 13L);
    }

    @Test
    void a_reader_that_took_all_stands_at_the_end() {
        stretch.add(events(11, 14), at(16).through(LATE));
        var taken = new ArrayList<Placed>();
        assertThat(stretch.take(at(12).through(EARLY), 10, taken)).isEqualTo(at(16).through(LATE));
        assertThat(stretch.hasMoreThan(at(16))).isFalse();
    }

    @Test
    void forgets_the_older_half_and_whoever_stands_there() {
        stretch.add(events(11, 14), at(14));
        stretch.halve();
        assertThat(stretch.size()).isEqualTo(2);
        assertThat(stretch.holds(at(11))).isFalse();
        assertThat(stretch.holds(at(12))).isTrue();
        assertThat(stretch.hasMoreThan(at(12))).isTrue();
    }

    private static List<Placed> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(offset -> new Placed(0, at(offset), event(offset)))
                .toList();
    }

    private static Incoming event(long version) {
        var metadata = new Metadata("a test", new UUID(0, 1), Optional.empty(), Optional.empty());
        return new Incoming(
                "loan/1", version, new UUID(0, version), "lent", 1, "{}", metadata, EARLY, EARLY, Optional.empty());
    }

    private static Mark at(long offset) {
        return new Mark(offset, 0, Instant.EPOCH);
    }
}
