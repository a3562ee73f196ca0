package refocus.cases.caseload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.CaseCommand.Role;

/// A worker's hold on a case, up to the day it ends, that one not included.
public record Hold(
        UUID allocation,
        UUID caseId,
        UUID worker,
        Role role,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        Optional<BigDecimal> points) {

    Hold ended(LocalDate on) {
        return new Hold(allocation, caseId, worker, role, startsOn, Optional.of(on), points);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn)
                && endsOn.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
