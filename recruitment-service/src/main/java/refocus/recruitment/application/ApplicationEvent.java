package refocus.recruitment.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one application. Every text in it is under the candidate's key.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ApplicationEvent
        permits ApplicationEvent.ApplicationStarted,
                ApplicationEvent.ApplicationSubmitted,
                ApplicationEvent.ApplicationWithdrawn,
                ScoreEvent,
                SelectionEvent,
                OfferEvent,
                CheckEvent {

    @EventName("application-started")
    record ApplicationStarted(UUID vacancy, UUID candidate, LocalDate startedOn) implements ApplicationEvent {}

    /// Handed in, for the sift.
    ///
    /// @param statement what the candidate says for themselves; the sift reads it without their name
    /// @param lateReason the policy it was let in by, after the closing time
    @EventName("application-submitted")
    record ApplicationSubmitted(
            UUID vacancy, Optional<Sealed> statement, Optional<String> lateReason, LocalDate submittedOn)
            implements ApplicationEvent {}

    @EventName("application-withdrawn")
    record ApplicationWithdrawn(UUID vacancy, Optional<String> reason, LocalDate withdrawnOn)
            implements ApplicationEvent {}
}
