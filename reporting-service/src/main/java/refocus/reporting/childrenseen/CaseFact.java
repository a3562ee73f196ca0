package refocus.reporting.childrenseen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A child's case became open, or stopped being it.
///
/// @param open how it is from this event on
record CaseFact(
        UUID eventId,
        UUID caseId,
        UUID child,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Boolean open,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<CaseFact> CASES = Table.of("case_fact", CaseFact.class, "eventId");
}
