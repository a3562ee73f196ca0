package refocus.reporting.childrenseen;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// The monthly rollup of cases: by how much the number of a child's open cases rises or falls with a month. What all
/// months up to one add up to is how many are open on some day of that one.
record HeldMonth(UUID child, LocalDate month, Long change) {

    static final Table<HeldMonth> HELD = Table.of("held_month", HeldMonth.class, "child", "month");

    static HeldMonth opened(UUID child, LocalDate day) {
        return new HeldMonth(child, day.withDayOfMonth(1), 1L);
    }

    /// The day it closes is one on which it is open still.
    static HeldMonth closed(UUID child, LocalDate day) {
        return new HeldMonth(child, day.withDayOfMonth(1).plusMonths(1), -1L);
    }
}
