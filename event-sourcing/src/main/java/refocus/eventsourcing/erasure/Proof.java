package refocus.eventsourcing.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was found when every place was looked at that texts about a person go to.
public record Proof(UUID subject, Instant at, List<Look> looks) {

    /// Where texts, or signs made from them, can stand.
    public enum Place {
        KEY,
        LOG,
        TOPIC,
        READ_MODELS,
        SEARCH,
        SNAPSHOTS,
        PARKED,
        EXPORTS
    }

    /// One place.
    ///
    /// @param found how many sealed texts about the person are there, or signs of them
    /// @param readable how many of those still tell something
    public record Look(Place place, long found, long readable) {}

    public boolean isClean() {
        return looks.stream().allMatch(look -> look.readable() == 0);
    }
}
