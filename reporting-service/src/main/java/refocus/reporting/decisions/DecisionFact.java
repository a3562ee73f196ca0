package refocus.reporting.decisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A decision was taken.
///
/// @param allowed whether the front line may take such decisions
/// @param front whether the front line took it
/// @param outside whether a rule was broken by it
/// @param hours from proposing to taking
record DecisionFact(
        UUID eventId,
        UUID decision,
        String type,
        String stream,
        Long version,
        LocalDate day,
        String kind,
        String tier,
        Boolean allowed,
        Boolean front,
        Boolean outside,
        Boolean supported,
        Boolean referredUp,
        BigDecimal hours,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<DecisionFact> TAKEN = Table.of("decision_fact", DecisionFact.class, "eventId");
}
