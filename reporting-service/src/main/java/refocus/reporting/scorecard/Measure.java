package refocus.reporting.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Column.Share;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Row;
import refocus.reporting.period.Period;
import refocus.reporting.period.Period.Bucket;

/// A headline measure with what its reader may see of it: a point for each part of the period, and the whole.
///
/// Only finished parts are compared: a quarter that has begun is not worse for being young.
public record Measure(Headline headline, Report report, List<Point> points, Row total) {

    /// One part of the period.
    ///
    /// @param finished whether everything that happened in it has arrived
    public record Point(Bucket part, Row row, boolean finished) {}

    /// How far a measure went from one finished part to another.
    public record Change(Point from, BigDecimal by, Better.Verdict verdict) {}

    /// A measure from its report's figures.
    ///
    /// @param parts of the question the figures answer, in the same order
    public static Measure of(
            Headline headline, Report report, List<Bucket> parts, Figures figures, Optional<Instant> completeThrough) {
        List<Point> points = IntStream.range(0, parts.size())
                .mapToObj(i -> new Point(
                        parts.get(i),
                        figures.items().get(i),
                        completeThrough
                                .filter(through -> !end(parts.get(i)).isAfter(through))
                                .isPresent()))
                .toList();
        return new Measure(headline, report, points, figures.total());
    }

    public Column column() {
        return column(report, headline);
    }

    static Column column(Report report, Headline headline) {
        return report.columns().stream()
                .filter(column -> column.name().equals(headline.column()))
                .findFirst()
                .map(column -> read(column, headline.reading()))
                .orElseThrow(() -> new IllegalStateException("there is no " + headline.key()));
    }

    private static Column read(Column column, Headline.Reading reading) {
        return reading == Headline.Reading.AS_NUMBER && column.measure() instanceof Share(var part, var whole)
                ? Column.ratio(column.name(), part, whole)
                : column;
    }

    public Optional<BigDecimal> value(Point point) {
        return point.row().shown(headline.column());
    }

    public boolean isWithheld(Point point) {
        return point.row().hides(headline.column());
    }

    /// The last finished part with a figure.
    public Optional<Point> latest() {
        return comparable().reversed().stream().findFirst();
    }

    /// Since the finished part before the latest.
    public Optional<Change> sinceBefore() {
        return comparable().reversed().stream().skip(1).findFirst().map(this::since);
    }

    /// Since the first finished part, where that is not the one before.
    public Optional<Change> sinceFirst() {
        return comparable().size() > 2 ? Optional.of(since(comparable().getFirst())) : Optional.empty();
    }

    private Change since(Point from) {
        BigDecimal now = latest().flatMap(this::value).orElseThrow();
        BigDecimal change = now.subtract(value(from).orElseThrow());
        return new Change(from, change, headline.better().of(change));
    }

    private List<Point> comparable() {
        return points.stream()
                .filter(Point::finished)
                .filter(point -> value(point).isPresent())
                .toList();
    }

    private static Instant end(Bucket part) {
        return part.to().atStartOfDay(Period.WALES).toInstant();
    }
}
