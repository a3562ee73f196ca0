package refocus.feedback.barriers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;

/// A barrier as a list shows it.
///
/// @param hoursLostWeekly what the raiser and the supporters say together; an estimate
/// @param pausedUntil the last day of the pause it is in
public record BarrierEntry(
        UUID barrier,
        State state,
        String department,
        Sealed what,
        UUID raisedBy,
        LocalDate raisedOn,
        Instant raisedAt,
        Optional<UUID> owner,
        Optional<LocalDate> dueOn,
        Integer level,
        Integer supporters,
        Integer hoursLostWeekly,
        Optional<LocalDate> pausedUntil,
        Optional<LocalDate> endedOn) {

    /// Where it stands.
    public enum State {
        OPEN,
        PAUSED,
        RESOLVED,
        CONFIRMED,
        CLOSED_UNRESOLVED
    }

    BarrierEntry supported(int hours) {
        return new BarrierEntry(
                barrier,
                state,
                department,
                what,
                raisedBy,
                raisedOn,
                raisedAt,
                owner,
                dueOn,
                level,
                supporters + 1,
                hoursLostWeekly + hours,
                pausedUntil,
                endedOn);
    }

    BarrierEntry held(String by, Optional<UUID> whose, Optional<LocalDate> until, int at) {
        return new BarrierEntry(
                barrier,
                State.OPEN,
                by,
                what,
                raisedBy,
                raisedOn,
                raisedAt,
                whose,
                until,
                at,
                supporters,
                hoursLostWeekly,
                Optional.empty(),
                Optional.empty());
    }

    BarrierEntry now(State next, Optional<LocalDate> until, Optional<LocalDate> end) {
        return new BarrierEntry(
                barrier,
                next,
                department,
                what,
                raisedBy,
                raisedOn,
                raisedAt,
                owner,
                dueOn,
                level,
                supporters,
                hoursLostWeekly,
                until,
                end);
    }
}
