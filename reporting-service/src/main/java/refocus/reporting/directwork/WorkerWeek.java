package refocus.reporting.directwork;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// The monthly rollup: a worker's minutes in the days of a week that fall into a month.
///
/// @param week its Monday
/// @param month its first day
record WorkerWeek(
        UUID worker,
        LocalDate week,
        LocalDate month,
        Long direct,
        Long visit,
        Long sessionTravel,
        Long notes,
        Long loggedTravel,
        Long logged) {

    static final Table<WorkerWeek> WEEKS = Table.of("worker_week", WorkerWeek.class, "worker", "week", "month");
}
