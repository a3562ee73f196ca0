package refocus.staff.training;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.Bilingual;

/// What may be asked about a training session.
public sealed interface SessionCommand {

    /// Sets a session up.
    ///
    /// @param trainer where it is a colleague
    record Schedule(
            Bilingual title,
            String topic,
            String language,
            int places,
            Instant startsAt,
            Optional<Integer> minutes,
            Optional<UUID> trainer)
            implements SessionCommand {}

    /// Asks for a place, or takes the one that was offered.
    record Book(UUID worker, Instant at) implements SessionCommand {}

    record CancelBooking(UUID worker, Instant at) implements SessionCommand {}

    record Cancel(String reason, Instant at) implements SessionCommand {}

    record RecordAttendance(UUID worker, boolean attended, Instant at) implements SessionCommand {}

    /// Says how useful it was.
    ///
    /// @param score 1 to 5
    record Evaluate(UUID worker, int score, Optional<String> comment) implements SessionCommand {}
}
