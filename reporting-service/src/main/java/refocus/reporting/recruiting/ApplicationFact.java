package refocus.reporting.recruiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// An application came a stage further on that day, or ended.
///
/// @param vacancy on starting: what it is for
/// @param startsOn on being hired: the first day at work
/// @param earlyStart on being hired: whether a mandatory check was open, as far as was known
record ApplicationFact(
        UUID eventId,
        UUID application,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Optional<UUID> vacancy,
        Optional<LocalDate> startsOn,
        Optional<Boolean> earlyStart,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<ApplicationFact> APPLICATIONS = Table.of("application_fact", ApplicationFact.class, "eventId");
}
