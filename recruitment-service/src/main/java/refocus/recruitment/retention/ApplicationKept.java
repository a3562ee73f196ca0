package refocus.recruitment.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// An application, and until when it keeps its candidate.
///
/// @param keptUntil absent while it runs
public record ApplicationKept(UUID application, UUID candidate, Optional<LocalDate> keptUntil, Boolean hired) {

    ApplicationKept until(LocalDate day) {
        return new ApplicationKept(application, candidate, Optional.of(day), hired);
    }

    ApplicationKept ofOneHired() {
        return new ApplicationKept(application, candidate, keptUntil, true);
    }
}
