package refocus.reporting.referrals;

import java.time.LocalDate;
import refocus.eventsourcing.projection.Table;

/// The monthly rollup of referrals by the month they were due in.
record TriageMonth(LocalDate month, Long due, Long decided, Long inTime) {

    static final Table<TriageMonth> MONTHS = Table.of("triage_month", TriageMonth.class, "month");
}
