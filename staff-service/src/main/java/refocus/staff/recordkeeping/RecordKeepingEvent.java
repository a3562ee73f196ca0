package refocus.staff.recordkeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Erases;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to the keeping of one member of staff's record.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface RecordKeepingEvent {

    /// Nothing may be erased while it lasts.
    ///
    /// @param allStaff whether every record is held, and not this one alone
    /// @param reason a code of `legal-hold-reason`
    /// @param reference of the proceedings or the inquiry
    @EventName("legal-hold-placed")
    record LegalHoldPlaced(UUID hold, boolean allStaff, String reason, Optional<Sealed> reference, LocalDate placedOn)
            implements RecordKeepingEvent {}

    /// What the hold was placed for is over, or it was placed in error.
    ///
    /// @param reason a code of `legal-hold-lift-reason`
    @EventName("legal-hold-lifted")
    record LegalHoldLifted(UUID hold, boolean allStaff, String reason, LocalDate liftedOn)
            implements RecordKeepingEvent {}

    /// Nothing more is recorded about the worker or read of them.
    ///
    /// @param reason a code of `erasure-reason`
    /// @param destroyedFrom when nobody can have the key in hand any more
    @EventName("erasure-ordered")
    record ErasureOrdered(UUID erasure, String reason, LocalDate orderedOn, Instant destroyedFrom)
            implements RecordKeepingEvent {}

    /// The worker's key is destroyed, and every place was looked at.
    @Erases
    @EventName("personal-data-erased")
    record PersonalDataErased(UUID erasure, List<Looked> looked, LocalDate erasedOn) implements RecordKeepingEvent {}

    /// A place that was looked at, and how many texts about the worker were found there; none could be read.
    record Looked(String place, long found) {}
}
