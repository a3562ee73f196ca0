package refocus.reporting.directwork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// Time that one worker spent on one day, as one event told it; all of it in minutes.
///
/// @param line which of the event's lines this is, from 0
/// @param direct time with children that is itself the help
/// @param visit what of the direct time was only a visit that had to be made, without any method of direct work
/// @param sessionTravel to and from such a session, at the session's first worker only
/// @param notes calls and meetings with others about a child
/// @param loggedTravel travel a worker logged by the day
/// @param logged all other time a worker logged by the day
record WorkFact(
        UUID eventId,
        Integer line,
        String type,
        String stream,
        Long version,
        UUID worker,
        LocalDate day,
        Integer direct,
        Integer visit,
        Integer sessionTravel,
        Integer notes,
        Integer loggedTravel,
        Integer logged,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<WorkFact> FACTS = Table.of("work_fact", WorkFact.class, "eventId", "line");
}
