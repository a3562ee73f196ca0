package refocus.reporting.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A worker was away on these days, for a reason that is nobody's business here.
///
/// @param awayTo the first day back
record AbsenceFact(UUID eventId, UUID worker, LocalDate awayFrom, LocalDate awayTo, Instant recordedAt) {

    static final Table<AbsenceFact> ABSENCES = Table.of("absence_fact", AbsenceFact.class, "eventId");
}
