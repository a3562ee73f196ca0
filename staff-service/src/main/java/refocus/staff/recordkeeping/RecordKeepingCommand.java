package refocus.staff.recordkeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.recordkeeping.RecordKeepingEvent.Looked;

/// What may be asked about the keeping of a member of staff's record.
public sealed interface RecordKeepingCommand {

    /// Asks that nothing be erased while the hold lasts.
    ///
    /// @param subject whose key seals the reference: the worker's, or that of all staff
    record PlaceHold(UUID hold, UUID subject, String reason, Optional<String> reference, LocalDate placedOn)
            implements RecordKeepingCommand {}

    record LiftHold(UUID hold, String reason, LocalDate liftedOn) implements RecordKeepingCommand {}

    /// Asks that all that is known about a worker be erased.
    ///
    /// @param allStaffHeld whether a hold on every record lasts
    /// @param keptUntil the day the rule of retention ends; absent while the worker is in post
    /// @param destroyedFrom when nobody can have the key in hand any more
    record OrderErasure(
            UUID erasure,
            String reason,
            boolean allStaffHeld,
            Optional<LocalDate> keptUntil,
            LocalDate today,
            Instant destroyedFrom)
            implements RecordKeepingCommand {}

    /// It is done and proven.
    record RecordErased(UUID erasure, List<Looked> looked, LocalDate erasedOn) implements RecordKeepingCommand {}
}
