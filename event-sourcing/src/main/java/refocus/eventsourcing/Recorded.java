package refocus.eventsourcing;

import java.time.Instant;
import java.util.UUID;

/// An event as the log has it.
///
/// @param version 1 for the first event of its stream, then one more each
/// @param occurredAt when it happened in the world
/// @param recordedAt when the log learned of it
/// @param schemaVersion the shape it was written in, before any upcasting
public record Recorded<E>(
        StreamId stream,
        long version,
        UUID id,
        E event,
        int schemaVersion,
        Metadata metadata,
        Instant occurredAt,
        Instant recordedAt) {}
