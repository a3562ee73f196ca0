package refocus.eventsourcing.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.StreamId;

/// The events of one command, ready to be written: sealed and in JSON.
record Append(UUID command, Optional<String> fingerprint, Instant occurredAt, List<Part> parts) {

    /// What goes to one stream.
    ///
    /// @param expected the version the events were decided on; 0 for a new stream
    record Part(StreamId stream, long expected, List<Event> events) {

        long version() {
            return expected + events.size();
        }
    }

    record Event(UUID id, String type, int schemaVersion, String data, String metadata) {}

    /// What became of an append.
    sealed interface Outcome {

        record Appended() implements Outcome {}

        /// The command had taken effect before: here is what it did then.
        record Repeated(Done done, Optional<String> fingerprint) implements Outcome {}

        /// A stream had moved on from the expected version.
        record Stale() implements Outcome {}
    }

    boolean alone() {
        return parts.size() > 1;
    }

    boolean isOneEvent() {
        return parts.size() == 1 && parts.getFirst().events().size() == 1;
    }

    StreamId stream() {
        return parts.getFirst().stream();
    }
}
