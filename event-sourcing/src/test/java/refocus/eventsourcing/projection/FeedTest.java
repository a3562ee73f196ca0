package refocus.eventsourcing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.projection.Projection.Feed;

/// What of a topic a reader takes in: all that is of its streams, and whatever it does not know.
class FeedTest {

    private static final Feed<Heard> STRICT = topic(false);
    private static final Feed<Heard> NARROW = topic(true);

    public sealed interface Heard {

        @EventName("book-lent")
        record BookLent() implements Heard {}
    }

    @Test
    void all_that_is_of_its_streams_is_taken_in() {
        assertThat(event("loan", "book-lent").concerns(STRICT)).isTrue();
        assertThat(event("loan", "book-dusted").concerns(STRICT)).isTrue();
        assertThat(event("loan", "book-dusted").concerns(NARROW)).isTrue();
    }

    @Test
    void of_other_streams_only_what_is_not_known_is() {
        assertThat(event("shelf", "book-lent").concerns(STRICT)).isFalse();
        assertThat(event("shelf", "book-dusted").concerns(STRICT)).isTrue();
        assertThat(event("shelf", "book-dusted").concerns(NARROW)).isFalse();
    }

    @Test
    void what_cannot_be_read_concerns_everybody() {
        assertThat(event("shelf", "unreadable", Optional.of("no envelope")).concerns(NARROW))
                .isTrue();
    }

    private static Feed<Heard> topic(boolean narrow) {
        return new Feed.Topic<>(EventTypes.of(Heard.class), "books", "refocus.book", Set.of("loan"), narrow);
    }

    private static Incoming event(String category, String type) {
        return event(category, type, Optional.empty());
    }

    private static Incoming event(String category, String type, Optional<String> broken) {
        var metadata = new Metadata("a test", new UUID(0, 1), Optional.empty(), Optional.empty());
        return new Incoming(
                category + "/1", 1, new UUID(0, 2), type, 1, "{}", metadata, Instant.EPOCH, Instant.EPOCH, broken);
    }
}
