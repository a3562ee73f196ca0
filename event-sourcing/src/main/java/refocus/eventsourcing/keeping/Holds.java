package refocus.eventsourcing.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;

/// The legal holds on a record, those that were lifted too, and the rules for them. While one lasts, nothing of the
/// record is erased.
public record Holds(List<Hold> all) {

    public static final Holds NONE = new Holds(List.of());

    /// Whether any lasts.
    public boolean anyLasts() {
        return all.stream().anyMatch(Hold::lasts);
    }

    /// What follows from placing one.
    public <E> List<E> place(UUID id, Supplier<E> placed) {
        // The id derives from the command, so this is the same command again.
        return find(id).isPresent() ? List.of() : List.of(placed.get());
    }

    /// What follows from lifting one: nothing the second time; it fails with [Unknown] where there is none of that id,
    /// and as `before-hold` on a day before it was placed.
    public <E> List<E> lift(UUID id, LocalDate on, Function<Hold, E> lifted) {
        Hold hold = find(id).orElseThrow(() -> new Unknown("legal-hold"));
        if (!hold.lasts()) {
            return List.of();
        }
        if (on.isBefore(hold.placedOn())) {
            throw new Impossible("occurredAt", "before-hold");
        }
        return List.of(lifted.apply(hold));
    }

    /// After one was placed.
    public Holds with(Hold hold) {
        return new Holds(Stream.concat(all.stream(), Stream.of(hold)).toList());
    }

    /// After one of them was lifted.
    public Holds lifted(UUID id, LocalDate on) {
        if (find(id).isEmpty()) {
            throw new IllegalStateException("no hold %s was placed".formatted(id));
        }
        return new Holds(all.stream()
                .map(hold -> hold.id().equals(id) ? hold.lifted(on) : hold)
                .toList());
    }

    private Optional<Hold> find(UUID id) {
        return all.stream().filter(hold -> hold.id().equals(id)).findFirst();
    }
}
