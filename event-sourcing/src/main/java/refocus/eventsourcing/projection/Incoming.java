package refocus.eventsourcing.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Metadata;

/// An event as it came from a feed, its data not read yet.
///
/// @param broken why even its envelope could not be read, where it could not
record Incoming(
        String stream,
        long version,
        UUID id,
        String type,
        int schemaVersion,
        String data,
        Metadata metadata,
        Instant occurredAt,
        Instant recordedAt,
        Optional<String> broken) {

    /// Whether a reader of the feed takes it in; what cannot be read concerns all.
    boolean concerns(Projection.Feed<?> feed) {
        return broken.isPresent() || feed.concerns(category(), type);
    }

    private String category() {
        int slash = stream.indexOf('/');
        return slash < 0 ? stream : stream.substring(0, slash);
    }
}
