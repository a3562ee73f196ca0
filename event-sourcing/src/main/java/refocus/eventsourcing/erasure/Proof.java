package refocus.eventsourcing.erasure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /// How many texts there are at each place, none of which can be read.
    ///
    /// @throws IllegalStateException where something can still be read
    public static Map<Place, Long> found(List<Proof> proofs) {
        var found = new EnumMap<Place, Long>(Place.class);
        for (Proof proof : proofs) {
            if (!proof.isClean()) {
                throw new IllegalStateException("something can still be read: " + proof.looks());
            }
            proof.looks().forEach(look -> found.merge(look.place(), look.found(), Long::sum));
        }
        return found;
    }
}
