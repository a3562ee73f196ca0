package refocus.recruitment.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What is known of a candidate before they may start. Of a DBS check only the outcome is kept, never its content.
public sealed interface CheckEvent extends ApplicationEvent {

    @EventName("check-requested")
    record CheckRequested(String kind, LocalDate requestedOn) implements CheckEvent {}

    /// Somebody has seen the evidence.
    ///
    /// @param validUntil the last day it counts; absent where it does not lapse
    /// @param evidence where the evidence is found, as in a certificate's number
    @EventName("check-verified")
    record CheckVerified(
            String kind, LocalDate issuedOn, UUID verifier, Optional<LocalDate> validUntil, Sealed evidence)
            implements CheckEvent {}

    @EventName("check-failed")
    record CheckFailed(String kind, String reason, LocalDate failedOn) implements CheckEvent {}

    @EventName("check-expired")
    record CheckExpired(String kind, LocalDate validUntil) implements CheckEvent {}

    /// A referee is asked.
    ///
    /// @param referee under a key of the referee's own, as is the contact
    @EventName("reference-requested")
    record ReferenceRequested(
            UUID reference, Sealed referee, Sealed contact, String relationship, LocalDate requestedOn)
            implements CheckEvent {}

    /// A referee has answered.
    ///
    /// @param satisfactory whether it supports the hire
    @EventName("reference-received")
    record ReferenceReceived(UUID reference, boolean satisfactory, UUID verifier, LocalDate receivedOn)
            implements CheckEvent {}

    @EventName("reference-refused")
    record ReferenceRefused(UUID reference, LocalDate refusedOn) implements CheckEvent {}

    /// Another referee stands in for one.
    @EventName("reference-replaced")
    record ReferenceReplaced(UUID reference, UUID by) implements CheckEvent {}
}
