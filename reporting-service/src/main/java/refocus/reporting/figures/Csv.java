package refocus.reporting.figures;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Figures as CSV (RFC 4180): the columns of the JSON, one header row, and the whole period last.
///
/// Nothing is empty, what is withheld is `*`. Numbers and keys are plain text, so that nothing needs quoting.
public final class Csv {

    public static final String KEY = "key";
    public static final String SUPPRESSED = "suppressed";
    private static final String WITHHELD = "*";
    private static final String LINE_END = "\r\n";

    private Csv() {}

    public static String of(List<Column> columns, Figures figures) {
        Stream<String> header = Stream.of(Stream.concat(
                        Stream.concat(Stream.of(KEY), columns.stream().map(Column::name)), Stream.of(SUPPRESSED))
                .collect(Collectors.joining(",")));
        Stream<String> rows = Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> line(columns, row));
        return Stream.concat(header, rows).map(line -> line + LINE_END).collect(Collectors.joining());
    }

    private static String line(List<Column> columns, Row row) {
        return Stream.concat(
                        Stream.concat(Stream.of(row.key()), columns.stream().map(column -> cell(column, row))),
                        Stream.of(Boolean.toString(row.isSuppressed())))
                .collect(Collectors.joining(","));
    }

    private static String cell(Column column, Row row) {
        return row.hides(column.name())
                ? WITHHELD
                : row.shown(column.name()).map(Object::toString).orElse("");
    }
}
