package refocus.staff.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A worker's hold on a case, up to the day it ends, that one not included.
public record HeldCase(
        UUID allocation,
        UUID caseId,
        UUID worker,
        String role,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        Optional<BigDecimal> points) {

    HeldCase ended(LocalDate on) {
        return new HeldCase(allocation, caseId, worker, role, startsOn, Optional.of(on), points);
    }
}
