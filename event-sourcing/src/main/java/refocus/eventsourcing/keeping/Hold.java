package refocus.eventsourcing.keeping;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;

/// A legal hold on a record, and how it ended.
///
/// @param onEvery whether it is on every record of the service
/// @param reason a code of `legal-hold-reason`
/// @param reference of the proceedings or the inquiry
public record Hold(
        UUID id,
        boolean onEvery,
        String reason,
        Optional<Sealed> reference,
        LocalDate placedOn,
        Optional<LocalDate> liftedOn) {

    /// One that lasts.
    public static Hold placed(UUID id, boolean onEvery, String reason, Optional<Sealed> reference, LocalDate placedOn) {
        return new Hold(id, onEvery, reason, reference, placedOn, Optional.empty());
    }

    boolean lasts() {
        return liftedOn.isEmpty();
    }

    Hold lifted(LocalDate on) {
        return new Hold(id, onEvery, reason, reference, placedOn, Optional.of(on));
    }
}
