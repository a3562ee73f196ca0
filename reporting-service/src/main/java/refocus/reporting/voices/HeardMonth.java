package refocus.reporting.voices;

import java.time.LocalDate;
import refocus.eventsourcing.projection.Table;

/// The monthly rollup of those who said whether they were heard.
record HeardMonth(LocalDate month, Long asked, Long heard) {

    static final Table<HeardMonth> MONTHS = Table.of("heard_month", HeardMonth.class, "month");
}
