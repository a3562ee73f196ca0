package refocus.reporting.caseload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A worker's hold on a case as known now: a figure of today reads those that run, whatever the history.
///
/// @param points what it weighs, where that is counted
/// @param heldTo the first day without it
record Hold(
        UUID allocation,
        UUID caseId,
        UUID worker,
        String role,
        Optional<BigDecimal> points,
        LocalDate heldFrom,
        Optional<LocalDate> heldTo) {

    static final Table<Hold> HOLDS = Table.of("hold", Hold.class, "allocation");

    Hold until(LocalDate to) {
        return new Hold(allocation, caseId, worker, role, points, heldFrom, Optional.of(to));
    }
}
