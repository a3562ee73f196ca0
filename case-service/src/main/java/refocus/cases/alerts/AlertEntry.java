package refocus.cases.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;

/// Something about access that a manager should see.
///
/// @param alert the glass that was broken, or the event
/// @param worker who broke it, or asked
/// @param other the record that may be the child's too
/// @param reason why the glass was broken, a code of `glass-reason`
/// @param outcome of the review, a code of `glass-outcome`
public record AlertEntry(
        UUID alert,
        UUID child,
        Kind kind,
        Instant raisedAt,
        Optional<UUID> worker,
        Optional<UUID> other,
        Optional<String> reason,
        Optional<Sealed> words,
        Optional<String> outcome) {

    /// The codes of `access-alert`.
    public enum Kind {
        GLASS_BROKEN,
        CONNECTED_ATTEMPT,
        POSSIBLE_DUPLICATE
    }

    AlertEntry reviewed(String as) {
        return new AlertEntry(alert, child, kind, raisedAt, worker, other, reason, words, Optional.of(as));
    }
}
