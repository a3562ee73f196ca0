package refocus.reporting.figures;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One line of a report: its key, what stands in each column, and what must not be shown.
///
/// @param figures by column; a column that is missing has no value
/// @param hidden the columns held back from this reader
public record Row(String key, Map<String, BigDecimal> figures, Set<String> hidden) {

    public static Row of(String key) {
        return new Row(key, Map.of(), Set.of());
    }

    public Row with(String column, long number) {
        return with(column, Optional.of(BigDecimal.valueOf(number)));
    }

    public Row with(String column, Optional<BigDecimal> number) {
        var more = new LinkedHashMap<>(figures);
        number.ifPresent(known -> more.put(column, known));
        return new Row(key, more, hidden);
    }

    /// What a reader sees in this column.
    public Optional<BigDecimal> shown(String column) {
        return hides(column) ? Optional.empty() : value(column);
    }

    public boolean hides(String column) {
        return hidden.contains(column);
    }

    public boolean isSuppressed() {
        return !hidden.isEmpty();
    }

    Optional<BigDecimal> value(String column) {
        return Optional.ofNullable(figures.get(column));
    }

    /// These are held back as well.
    public Row hiding(Set<String> columns) {
        return new Row(
                key, figures, Stream.concat(hidden.stream(), columns.stream()).collect(Collectors.toUnmodifiableSet()));
    }
}
