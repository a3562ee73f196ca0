package refocus.recruitment.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// An application, and until when it keeps its candidate.
///
/// @param keptUntil absent while it has no end of its own
record ApplicationKept(UUID application, UUID candidate, UUID vacancy, Optional<LocalDate> keptUntil, Boolean hired) {

    ApplicationKept until(LocalDate day) {
        return new ApplicationKept(application, candidate, vacancy, Optional.of(day), hired);
    }

    ApplicationKept ofOneHired() {
        return new ApplicationKept(application, candidate, vacancy, keptUntil, true);
    }
}
