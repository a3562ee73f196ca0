package refocus.cases.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Who holds a case, and so its deadlines.
record DeadlineHolder(UUID allocation, UUID caseId, UUID worker, LocalDate startsOn, Optional<LocalDate> endsOn) {

    DeadlineHolder ended(LocalDate on) {
        return new DeadlineHolder(allocation, caseId, worker, startsOn, Optional.of(on));
    }
}
