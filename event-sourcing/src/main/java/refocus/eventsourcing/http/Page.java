package refocus.eventsourcing.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A page of a list.
///
/// @param next the cursor to ask for as `after`; absent on the last page
public record Page<T>(List<T> items, Optional<String> next) {

    /// From as many rows as [PageRequest#rows()] says.
    ///
    /// @param key the values of an item that the list is sorted by, unique together
    public static <T> Page<T> of(List<T> rows, PageRequest asked, Function<T, List<?>> key) {
        if (rows.size() <= asked.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, asked.limit());
        return new Page<>(
                items, Optional.of(Cursor.of(key.apply(items.getLast())).toString()));
    }

    /// The same page without the items that its reader may not see.
    public Page<T> only(Predicate<T> seen) {
        return new Page<>(items.stream().filter(seen).toList(), next);
    }

    /// The same page, each item as its reader sees it.
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), next);
    }
}
