package refocus.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import refocus.reporting.figures.Column.Count;
import refocus.reporting.figures.Column.Share;

/// Holds back what could point at a person, before figures leave the service.
///
/// Counts of 1 to 4 are hidden, and so is a part whose remainder is 1 to 4. Where the rest of a column and its total
/// would give a hidden count away, the smallest other counts are hidden with it, and failing those the total. A
/// percentage is hidden with either of its parts.
public final class Suppression {

    private static final BigDecimal SMALLEST_SHOWN = BigDecimal.valueOf(5);

    private final List<Column> columns;
    private final Map<Row, Set<String>> hidden = new HashMap<>();

    private Suppression(List<Column> columns) {
        this.columns = columns;
    }

    public static Figures of(List<Column> columns, Figures figures) {
        return new Suppression(columns).apply(figures);
    }

    private Figures apply(Figures figures) {
        List<Row> rows = Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .toList();
        rows.forEach(row -> hidden.put(row, smallCounts(row)));
        counts().forEach(column -> complement(column, figures));
        rows.forEach(this::hideDependents);
        return new Figures(figures.items().stream().map(this::shown).toList(), shown(figures.total()));
    }

    private Set<String> smallCounts(Row row) {
        var small = new HashSet<String>();
        for (Column column : counts()) {
            BigDecimal count = number(row, column.name());
            Optional<BigDecimal> rest =
                    whole(column).map(whole -> number(row, whole).subtract(count));
            if (isSmall(count) || rest.filter(Suppression::isSmall).isPresent()) {
                small.add(column.name());
            }
        }
        return small;
    }

    /// Hides more of a column until what is hidden in it cannot be had by subtracting from its total.
    private void complement(Column column, Figures figures) {
        String name = column.name();
        if (figures.items().isEmpty() || hides(figures.total(), name)) {
            return;
        }
        var shown = new ArrayList<>(figures.items().stream()
                .filter(row -> !hides(row, name) && number(row, name).signum() > 0)
                .sorted(Comparator.comparing(row -> number(row, name)))
                .toList());
        while (givenAway(name, figures.items())) {
            Row next = shown.isEmpty() ? figures.total() : shown.removeFirst();
            hide(next, name);
            if (next.equals(figures.total())) {
                return;
            }
        }
    }

    private boolean givenAway(String column, List<Row> items) {
        List<Row> behind = items.stream().filter(row -> hides(row, column)).toList();
        BigDecimal sum = behind.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return behind.size() == 1 || (!behind.isEmpty() && sum.compareTo(SMALLEST_SHOWN) < 0);
    }

    /// A hidden whole hides its parts' shares; a hidden part hides its share.
    private void hideDependents(Row row) {
        for (Column column : columns) {
            if (column.measure() instanceof Share(var part, var whole) && (hides(row, part) || hides(row, whole))) {
                hide(row, column.name());
            }
        }
    }

    private List<Column> counts() {
        return columns.stream()
                .filter(column -> column.measure() instanceof Count)
                .toList();
    }

    private static Optional<String> whole(Column column) {
        return column.measure() instanceof Count(var of) ? of : Optional.empty();
    }

    private static boolean isSmall(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(SMALLEST_SHOWN) < 0;
    }

    private static BigDecimal number(Row row, String column) {
        return row.value(column).orElse(BigDecimal.ZERO);
    }

    private boolean hides(Row row, String column) {
        return hidden.getOrDefault(row, Set.of()).contains(column);
    }

    private void hide(Row row, String column) {
        hidden.computeIfAbsent(row, _ -> new HashSet<>()).add(column);
    }

    private Row shown(Row row) {
        return row.hiding(hidden.getOrDefault(row, Set.of()));
    }
}
