package refocus.reporting.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// One event in the life of a referral's next-action deadline.
///
/// @param due 1 where the referral became due by it, else 0
/// @param decided 1 where the referral was triaged by it, whenever
/// @param inTime 1 where it was triaged by the due day
record TriageFact(
        UUID eventId,
        String type,
        String stream,
        Long version,
        LocalDate dueOn,
        Integer due,
        Integer decided,
        Integer inTime,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<TriageFact> FACTS = Table.of("triage_fact", TriageFact.class, "eventId");
}
