package refocus.reporting.recruiting;

import java.time.Instant;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// How much a criterion weighs among those of its vacancy, as set by one event.
record CriterionFact(UUID eventId, String criterion, UUID vacancy, Long version, Integer weight, Instant recordedAt) {

    static final Table<CriterionFact> CRITERIA =
            Table.of("criterion_fact", CriterionFact.class, "eventId", "criterion");
}
