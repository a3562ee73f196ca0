package refocus.recruitment.hold;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to the holds on every candidate's record.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ServiceHoldEvent {

    /// No candidate is erased while it lasts.
    ///
    /// @param reason a code of `legal-hold-reason`
    /// @param reference of the proceedings or the inquiry
    @EventName("service-hold-placed")
    record ServiceHoldPlaced(UUID hold, String reason, Optional<Sealed> reference, LocalDate placedOn)
            implements ServiceHoldEvent {}

    /// What the hold was placed for is over, or it was placed in error.
    ///
    /// @param reason a code of `legal-hold-lift-reason`
    @EventName("service-hold-lifted")
    record ServiceHoldLifted(UUID hold, String reason, LocalDate liftedOn) implements ServiceHoldEvent {}
}
