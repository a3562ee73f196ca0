package refocus.eventsourcing.erasure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was found when every place was looked at that texts about a person go to, and about those who go with them.
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
    public record Look(Place place, long found, long readable) {

        private Look and(Look other) {
            return new Look(place, found + other.found, readable + other.readable);
        }
    }

    public boolean isClean() {
        return looks.stream().allMatch(look -> look.readable() == 0);
    }

    /// How many texts there are at each place by its name, none of which can be read.
    ///
    /// @param each makes of a place and its texts what is to be told
    /// @throws IllegalStateException where something can still be read
    public <T> List<T> found(BiFunction<String, Long, T> each) {
        if (!isClean()) {
            throw new IllegalStateException("something can still be read: " + looks);
        }
        return looks.stream()
                .map(look -> each.apply(look.place().name(), look.found()))
                .toList();
    }

    /// With what was found of another person whose texts go with this one's.
    Proof and(Proof other) {
        return new Proof(
                subject,
                other.at,
                Stream.concat(looks.stream(), other.looks.stream())
                        .collect(Collectors.toMap(
                                Look::place, look -> look, Look::and, () -> new EnumMap<>(Place.class)))
                        .values()
                        .stream()
                        .toList());
    }
}
