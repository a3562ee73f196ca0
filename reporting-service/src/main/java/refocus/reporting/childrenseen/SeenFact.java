package refocus.reporting.childrenseen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A child was seen in person in a session of direct work.
record SeenFact(
        UUID eventId,
        UUID child,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Boolean alone,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<SeenFact> FACTS = Table.of("seen_fact", SeenFact.class, "eventId", "child");
}
