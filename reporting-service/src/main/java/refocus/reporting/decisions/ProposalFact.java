package refocus.reporting.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A decision was proposed that the front line may take.
record ProposalFact(
        UUID eventId,
        UUID decision,
        String type,
        String stream,
        Long version,
        LocalDate day,
        String kind,
        String tier,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<ProposalFact> PROPOSED = Table.of("proposal_fact", ProposalFact.class, "eventId");
}
