package refocus.eventsourcing.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One table of a projection, as records: a component is a column, `openedOn` is `opened_on`.
///
/// A record's components may be text, UUID, Integer, Long, Boolean, BigDecimal, LocalDate, Instant, an enum (as
/// text), a sealed value (in its stored form), or an `Optional` of one of these (null when empty).
///
/// @param name the table's name within the projection's schema
/// @param row the record
/// @param key the components that are its primary key, in order
public record Table<R extends Record>(String name, Class<R> row, List<String> key) {

    public static <R extends Record> Table<R> of(String name, Class<R> row, String... key) {
        return new Table<>(name, row, List.of(key));
    }

    /// A new row, or the same row again.
    public Change insert(R row) {
        return new Change.Put<>(this, row);
    }

    /// Changes the row under this key, if there is one.
    public Change update(Function<R, R> change, Object... key) {
        return new Change.Fold<>(this, List.of(key), row -> row.map(change));
    }

    /// Makes the row under this key from what was there, or removes it.
    public Change change(Function<Optional<R>, Optional<R>> change, Object... key) {
        return new Change.Fold<>(this, List.of(key), change);
    }

    public Change delete(Object... key) {
        return new Change.Fold<>(this, List.of(key), _ -> Optional.empty());
    }

    /// Adds the row's number columns outside the key to those of the row with its key, or inserts it.
    ///
    /// For running totals: the table is never read, so a batch costs the same however much it holds.
    public Change add(R row) {
        return new Change.Add<>(this, row);
    }
}
