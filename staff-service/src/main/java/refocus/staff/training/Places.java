package refocus.staff.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.staff.training.Place.Standing;

/// Who has a place and who waits, in the order they came.
public record Places(List<Place> all) {

    static final Places NONE = new Places(List.of());

    public Optional<Place> of(UUID worker) {
        return all.stream().filter(place -> place.worker().equals(worker)).findFirst();
    }

    public long taken() {
        return all.stream().filter(Place::taken).count();
    }

    public long waiting() {
        return all.size() - taken();
    }

    Optional<Place> nextInLine() {
        return all.stream().filter(place -> place.is(Standing.WAITING)).findFirst();
    }

    /// Gives a worker this standing; a new one comes last.
    Places standing(UUID worker, Standing standing) {
        return of(worker).isPresent()
                ? new Places(all.stream()
                        .map(place -> place.worker().equals(worker) ? place.now(standing) : place)
                        .toList())
                : new Places(Stream.concat(all.stream(), Stream.of(Place.of(worker, standing)))
                        .toList());
    }

    Places without(UUID worker) {
        return new Places(
                all.stream().filter(place -> !place.worker().equals(worker)).toList());
    }

    Places scored(UUID worker, int score) {
        return new Places(all.stream()
                .map(place -> place.worker().equals(worker) ? place.scored(score) : place)
                .toList());
    }
}
