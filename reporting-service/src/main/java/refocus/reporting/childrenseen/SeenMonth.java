package refocus.reporting.childrenseen;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// The monthly rollup: how often a child was seen in person in a month, and how often alone.
record SeenMonth(UUID child, LocalDate month, Long seen, Long alone) {

    static final Table<SeenMonth> MONTHS = Table.of("seen_month", SeenMonth.class, "month", "child");
}
