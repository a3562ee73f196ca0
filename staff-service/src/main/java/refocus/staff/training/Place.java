package refocus.staff.training;

import java.util.Optional;
import java.util.UUID;

/// A worker's standing with a session.
///
/// @param score what they said of it, where they did
public record Place(UUID worker, Standing standing, Optional<Integer> score) {

    public enum Standing {
        WAITING,
        OFFERED,
        BOOKED,
        ATTENDED,
        MISSED
    }

    static Place of(UUID worker, Standing standing) {
        return new Place(worker, standing, Optional.empty());
    }

    Place now(Standing newStanding) {
        return new Place(worker, newStanding, score);
    }

    Place scored(int given) {
        return new Place(worker, standing, Optional.of(given));
    }

    /// Whether it is one of the session's places.
    public boolean taken() {
        return standing != Standing.WAITING;
    }

    boolean is(Standing expected) {
        return standing == expected;
    }

    /// Whether the session is behind them, seen or missed.
    boolean settled() {
        return standing == Standing.ATTENDED || standing == Standing.MISSED;
    }
}
