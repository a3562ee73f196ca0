package refocus.reporting.voices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// One who was kept from children said whether they were heard. Who it was is not kept.
record HeardFact(
        UUID eventId,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Boolean heard,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<HeardFact> HEARD = Table.of("heard_fact", HeardFact.class, "eventId");
}
