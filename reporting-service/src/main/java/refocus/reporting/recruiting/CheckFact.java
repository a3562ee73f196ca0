package refocus.reporting.recruiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// What an event says of one kind of check, by that day: that it is mandatory, verified, failed or still open.
///
/// @param good whether it says that the check is in
record CheckFact(
        UUID eventId,
        String kind,
        UUID application,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Boolean good,
        Optional<LocalDate> validUntil,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<CheckFact> CHECKS = Table.of("check_fact", CheckFact.class, "eventId", "kind");
}
