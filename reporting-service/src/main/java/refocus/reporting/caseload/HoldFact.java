package refocus.reporting.caseload;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A worker's hold on a case began on that day, or no longer ran on it.
///
/// @param worker on beginning, as are the role and the points
record HoldFact(
        UUID eventId,
        UUID allocation,
        UUID caseId,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Boolean begins,
        Optional<UUID> worker,
        Optional<String> role,
        Optional<BigDecimal> points,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<HoldFact> FACTS = Table.of("hold_fact", HoldFact.class, "eventId");
}
