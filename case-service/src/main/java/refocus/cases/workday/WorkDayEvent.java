package refocus.cases.workday;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.EventName;

/// What has happened in a worker's day.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface WorkDayEvent {

    @EventName("work-time-logged")
    record WorkTimeLogged(UUID worker, LocalDate date, String category, int minutes) implements WorkDayEvent {}
}
