package refocus.eventsourcing.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What one event does to one row. Made by [Table].
public sealed interface Change {

    Table<?> table();

    record Put<R extends Record>(Table<R> table, R row) implements Change {}

    record Fold<R extends Record>(Table<R> table, List<Object> key, Function<Optional<R>, Optional<R>> step)
            implements Change {}

    record Add<R extends Record>(Table<R> table, R row) implements Change {}

    /// For an event that a view does not show.
    static List<Change> unchanged() {
        return List.of();
    }
}
