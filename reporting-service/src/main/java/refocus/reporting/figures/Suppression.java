package refocus.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.reporting.figures.Column.Amount;
import refocus.reporting.figures.Column.Band;
import refocus.reporting.figures.Column.Count;
import refocus.reporting.figures.Column.Minutes;
import refocus.reporting.figures.Column.Plain;
import refocus.reporting.figures.Column.Rate;
import refocus.reporting.figures.Column.Ratio;
import refocus.reporting.figures.Column.Share;
import refocus.reporting.figures.Column.Voices;

/// Holds back what could point at a person.
///
/// Counts of 1 to 4 are hidden, and so is a part whose remainder is 1 to 4. Where the rest of a column and its total
/// would give a hidden count away, the smallest other counts are hidden with it, and failing those the total; so along
/// a row too, where several counts make up another. What is drawn from a hidden count, a median as much as a sum, is
/// hidden with it; a percentage with either of its parts.
///
/// What staff said is held back so from every reader; other counts only before they leave the service.
public final class Suppression {

    private static final BigDecimal SMALLEST_SHOWN = BigDecimal.valueOf(5);

    private final List<Column> columns;
    private final List<Column> counts;
    private final Map<Row, Set<String>> hidden = new HashMap<>();

    private Suppression(List<Column> columns, Predicate<Column> counted) {
        this.columns = columns;
        this.counts = columns.stream().filter(counted).toList();
    }

    /// For readers outside the service.
    public static Figures of(List<Column> columns, Figures figures) {
        return new Suppression(
                        columns,
                        column -> column.measure() instanceof Count
                                || column.measure() instanceof Band
                                || column.measure() instanceof Voices)
                .apply(figures);
    }

    /// For all others.
    public static Figures ofVoices(List<Column> columns, Figures figures) {
        return new Suppression(columns, column -> column.measure() instanceof Voices).apply(figures);
    }

    private Figures apply(Figures figures) {
        List<Row> rows = Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .toList();
        rows.forEach(row -> hidden.put(row, smallCounts(row)));
        complement(rows, figures);
        rows.forEach(this::hideDrawn);
        rows.forEach(this::hideDependents);
        return new Figures(figures.items().stream().map(this::shown).toList(), shown(figures.total()));
    }

    private Set<String> smallCounts(Row row) {
        var small = new HashSet<String>();
        counts.forEach(column -> {
            BigDecimal count = number(row, column.name());
            Stream<BigDecimal> rests = Stream.concat(
                            wholes(column), count.signum() > 0 ? wholesBeyond(column) : Stream.empty())
                    .map(whole -> number(row, whole).subtract(count));
            if (isSmall(count) || rests.anyMatch(Suppression::isSmall)) {
                small.add(column.name());
            }
        });
        return small;
    }

    /// What is hidden for one column can give another away along a row, so both are looked at until nothing changes.
    private void complement(List<Row> rows, Figures figures) {
        int before;
        do {
            before = hiddenCells();
            rows.forEach(this::complement);
            counts.stream().filter(Suppression::adds).forEach(column -> complement(column, figures));
        } while (hiddenCells() > before);
    }

    /// Hides more of the bands of a whole until none can be had by subtracting the others from it.
    private void complement(Row row) {
        bands().forEach((whole, bands) -> {
            var shown = new ArrayList<>(bands.stream()
                    .filter(band -> !hides(row, band) && number(row, band).signum() > 0)
                    .sorted(Comparator.comparing(band -> number(row, band)))
                    .toList());
            while (!hides(row, whole) && givenAway(row, bands)) {
                hide(row, shown.isEmpty() ? whole : shown.removeFirst());
            }
            complementWhole(row, whole, bands);
        });
    }

    /// A hidden whole is not to be had by adding up its bands.
    private void complementWhole(Row row, String whole, List<String> bands) {
        if (hides(row, whole) && bands.stream().noneMatch(band -> hides(row, band))) {
            bands.stream()
                    .filter(band -> number(row, band).signum() > 0)
                    .min(Comparator.comparing(band -> number(row, band)))
                    .ifPresent(band -> hide(row, band));
        }
    }

    private boolean givenAway(Row row, List<String> bands) {
        return givenAway(bands.stream()
                .filter(band -> hides(row, band))
                .map(band -> number(row, band))
                .toList());
    }

    private Map<String, List<String>> bands() {
        return counts.stream()
                .filter(column -> column.measure() instanceof Band)
                .collect(Collectors.groupingBy(
                        column -> ((Band) column.measure()).of(),
                        Collectors.mapping(Column::name, Collectors.toList())));
    }

    private int hiddenCells() {
        return hidden.values().stream().mapToInt(Set::size).sum();
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
        return givenAway(items.stream()
                .filter(row -> hides(row, column))
                .map(row -> number(row, column))
                .toList());
    }

    /// Whether what is hidden is told by what is not: it is one number, or they add up to a few.
    private static boolean givenAway(List<BigDecimal> behind) {
        BigDecimal sum = behind.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return behind.size() == 1 || (!behind.isEmpty() && sum.compareTo(SMALLEST_SHOWN) < 0);
    }

    /// What is drawn from a hidden count is hidden.
    private void hideDrawn(Row row) {
        for (Column column : columns) {
            if (column.measure() instanceof Amount(var of)
                    && of.filter(count -> hides(row, count)).isPresent()) {
                hide(row, column.name());
            }
        }
    }

    /// A hidden whole hides its parts' shares; a hidden part hides its share.
    private void hideDependents(Row row) {
        for (Column column : columns) {
            boolean hidden =
                    switch (column.measure()) {
                        case Share(var part, var whole) -> hides(row, part) || hides(row, whole);
                        case Ratio(var part, var whole) -> hides(row, part) || hides(row, whole);
                        case Count _, Band _, Voices _, Plain _, Minutes _, Amount _, Rate _ -> false;
                    };
            if (hidden) {
                hide(row, column.name());
            }
        }
    }

    private static boolean adds(Column column) {
        return !(column.measure() instanceof Count(var _, var adds)) || adds;
    }

    /// What the count is shown as a part of: whole and part together tell the rest.
    private Stream<String> wholes(Column column) {
        Stream<String> own =
                switch (column.measure()) {
                    case Count(var of, var _) -> of.stream();
                    case Band(var of) -> Stream.of(of);
                    case Voices(var of) -> of.stream();
                    case Plain _, Amount _, Minutes _, Share _, Ratio _, Rate _ -> Stream.empty();
                };
        Stream<String> shares = columns.stream()
                .flatMap(other -> other.measure() instanceof Share(var part, var whole) && part.equals(column.name())
                        ? Stream.of(whole)
                        : Stream.empty());
        return Stream.concat(own, shares);
    }

    /// What its wholes are a part of in turn: of each there are at least as many as of the part.
    private Stream<String> wholesBeyond(Column column) {
        return wholes(column)
                .flatMap(whole -> columns.stream().filter(other -> other.name().equals(whole)))
                .flatMap(whole -> Stream.concat(wholes(whole), wholesBeyond(whole)));
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
