package refocus.reporting.directwork;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A worker's travel on one day from both sources, so that what was told twice counts once.
record TravelDay(UUID worker, LocalDate day, Long sessionTravel, Long loggedTravel) {

    static final Table<TravelDay> TRAVEL = Table.of("travel_day", TravelDay.class, "worker", "day");
}
