package refocus.cases.bases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A worker's hold on a case of a child, up to the day it ends, that one not included.
record HeldChild(UUID allocation, UUID child, UUID worker, Optional<LocalDate> endsOn) {

    HeldChild ended(LocalDate on) {
        return new HeldChild(allocation, child, worker, Optional.of(on));
    }
}
