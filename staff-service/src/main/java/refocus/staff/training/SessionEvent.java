package refocus.staff.training;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;
import refocus.staff.Bilingual;

/// What has happened to one training session.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface SessionEvent {

    @EventName("session-scheduled")
    record SessionScheduled(
            Bilingual title,
            String topic,
            String language,
            int places,
            Instant startsAt,
            Optional<Integer> minutes,
            Optional<UUID> trainer)
            implements SessionEvent {}

    @EventName("place-booked")
    record PlaceBooked(UUID worker) implements SessionEvent {}

    @EventName("waitlist-joined")
    record WaitlistJoined(UUID worker) implements SessionEvent {}

    /// A place came free, and it is kept for the one who has waited longest.
    @EventName("place-offered")
    record PlaceOffered(UUID worker) implements SessionEvent {}

    @EventName("booking-cancelled")
    record BookingCancelled(UUID worker) implements SessionEvent {}

    @EventName("session-cancelled")
    record SessionCancelled(String reason) implements SessionEvent {}

    @EventName("attendance-recorded")
    record AttendanceRecorded(UUID worker, boolean attended, Optional<String> outsideRule) implements SessionEvent {}

    @EventName("session-evaluated")
    record SessionEvaluated(UUID worker, int score, Optional<Sealed> comment) implements SessionEvent {}
}
