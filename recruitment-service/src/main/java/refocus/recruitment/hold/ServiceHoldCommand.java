package refocus.recruitment.hold;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about the holds on every candidate's record.
public sealed interface ServiceHoldCommand {

    /// Asks that no candidate be erased while the hold lasts.
    record PlaceHold(UUID hold, String reason, Optional<String> reference, LocalDate placedOn)
            implements ServiceHoldCommand {}

    record LiftHold(UUID hold, String reason, LocalDate liftedOn) implements ServiceHoldCommand {}
}
