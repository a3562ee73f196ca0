package refocus.reporting.figures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An event behind a figure. It says where to look, and nothing about anybody.
///
/// @param stream the stream it stands in, as in `case/0193…`
/// @param counts the columns it counts in
public record CountedEvent(
        UUID event,
        String type,
        String stream,
        long version,
        Instant occurredAt,
        Instant recordedAt,
        List<String> counts) {

    public Place place() {
        return new Place(occurredAt, event);
    }

    /// Where in the list of events a page ended.
    public record Place(Instant occurredAt, UUID event) {}
}
