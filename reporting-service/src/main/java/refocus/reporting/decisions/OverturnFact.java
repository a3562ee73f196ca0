package refocus.reporting.decisions;

import java.time.Instant;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A decision no longer stands.
record OverturnFact(
        UUID eventId, UUID decision, String type, String stream, Long version, Instant occurredAt, Instant recordedAt) {

    static final Table<OverturnFact> OVERTURNED = Table.of("overturn_fact", OverturnFact.class, "eventId");
}
