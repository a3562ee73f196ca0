package refocus.reporting.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A case became open on that day, or stopped being it.
record StandingFact(
        UUID eventId,
        UUID caseId,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Boolean open,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<StandingFact> STANDINGS = Table.of("standing_fact", StandingFact.class, "eventId");
}
