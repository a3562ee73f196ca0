package refocus.eventsourcing.clock;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.log.Asking;

/// When something is due, ask for something.
///
/// What is due stands in a view: one row for each stream that waits, gone when the command has taken effect. The
/// command says when it *was* due, so a service that stood still catches up truthfully. It may be sent again; its
/// id is derived from the stream and the moment, so that repeating is harmless.
public interface WhenDue {

    /// A plain name in snake_case. Chosen once: command ids are derived from it.
    String name();

    /// The table of a projection, read as `views.<name>`, with the columns `stream_id` (text) and `due_at` (time).
    String view();

    Uni<?> due(StreamId stream, Instant dueAt, Asking asking);

    /// The envelope of the command for what was due then.
    default Asking asking(StreamId stream, Instant dueAt) {
        UUID command = UUID.nameUUIDFromBytes(
                "clock|%s|%s|%s".formatted(name(), stream, dueAt).getBytes(StandardCharsets.UTF_8));
        return new Asking(
                command,
                Optional.of("clock"),
                Optional.empty(),
                dueAt,
                new Metadata(name(), command, Optional.empty(), Optional.empty()));
    }
}
