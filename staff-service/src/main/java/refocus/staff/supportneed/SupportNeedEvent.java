package refocus.staff.supportneed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one support need.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface SupportNeedEvent {

    @EventName("support-need-raised")
    record SupportNeedRaised(UUID worker, String theme, String urgency, Optional<Sealed> text, LocalDate raisedOn)
            implements SupportNeedEvent {}

    @EventName("support-need-acknowledged")
    record SupportNeedAcknowledged(LocalDate acknowledgedOn) implements SupportNeedEvent {}

    @EventName("support-sourced")
    record SupportSourced(String with, Optional<UUID> reference, Optional<Sealed> note, LocalDate sourcedOn)
            implements SupportNeedEvent {}

    @EventName("support-delivered")
    record SupportDelivered(LocalDate deliveredOn) implements SupportNeedEvent {}

    @EventName("support-confirmed-useful")
    record SupportConfirmedUseful(Optional<Sealed> why, LocalDate confirmedOn) implements SupportNeedEvent {}

    @EventName("support-not-useful")
    record SupportNotUseful(Optional<Sealed> why, LocalDate judgedOn) implements SupportNeedEvent {}

    /// No, and the worker is told why.
    @EventName("support-need-declined")
    record SupportNeedDeclined(String reason, Optional<Sealed> explanation, LocalDate declinedOn)
            implements SupportNeedEvent {}
}
