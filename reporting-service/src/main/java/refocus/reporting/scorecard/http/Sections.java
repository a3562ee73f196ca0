package refocus.reporting.scorecard.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Column.Amount;
import refocus.reporting.figures.Column.Band;
import refocus.reporting.figures.Column.Count;
import refocus.reporting.figures.Column.Minutes;
import refocus.reporting.figures.Column.Plain;
import refocus.reporting.figures.Column.Rate;
import refocus.reporting.figures.Column.Ratio;
import refocus.reporting.figures.Column.Share;
import refocus.reporting.figures.Column.Voices;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.scorecard.Chart;
import refocus.reporting.scorecard.Chart.NamedMilestone;
import refocus.reporting.scorecard.Chart.Part;
import refocus.reporting.scorecard.Measure;
import refocus.reporting.scorecard.Measure.Point;
import refocus.reporting.scorecard.Scorecard;

/// Puts measures into words, numbers and charts.
record Sections(Scorecard card, Frame frame, Said said, List<NamedMilestone> milestones, boolean naming) {

    MeasureSection of(Measure measure) {
        String key = measure.headline().key();
        Optional<Point> latest = measure.latest();
        String report = measure.report().name();
        return new MeasureSection(
                key.replace('.', '-').toLowerCase(Locale.ROOT),
                said.word("headline." + key),
                said.word("headline." + key + ".why"),
                latest.flatMap(measure::value)
                        .map(value -> said.figure(measure.column(), value))
                        .orElseGet(() -> said.word(isAllWithheld(measure) ? "cell.withheld" : "cell.none")),
                latest.map(point -> said.period(by(), point.part())),
                latest.flatMap(point -> parts(measure, point.row())),
                changes(measure),
                story(measure),
                List.of(chart(Chart.Size.WIDE, measure), chart(Chart.Size.NARROW, measure)),
                table(measure),
                notes(measure),
                frame.definitions() + "#" + report,
                frame.link("/reports/" + report + ".csv", asked()),
                Optional.of(events(measure, card.question().period())).filter(_ -> naming));
    }

    /// As in: 12,600 of 48,000 minutes.
    private Optional<String> parts(Measure measure, Row row) {
        return shares(measure)
                .filter(share -> row.shown(share.part()).isPresent()
                        && row.shown(share.whole()).isPresent())
                .map(share -> said.word(
                        "parts",
                        said.cell(named(measure, share.part()), row),
                        said.cell(named(measure, share.whole()), row),
                        said.words().of(measure.report(), "unit")));
    }

    private List<MeasureSection.Change> changes(Measure measure) {
        return Stream.of(measure.sinceBefore(), measure.sinceFirst())
                .flatMap(Optional::stream)
                .map(change -> new MeasureSection.Change(
                        way(change.by().signum()),
                        change.verdict().name().toLowerCase(Locale.ROOT),
                        said.change(measure.column(), change, by()),
                        said.verdict(change)))
                .toList();
    }

    private String story(Measure measure) {
        var story = new ArrayList<String>();
        story.add(said.word("chart.about", said.words().of(measure.report(), measure.column()), asOfDays()));
        measure.latest()
                .ifPresent(point -> story.add(said.word(
                        "chart.latest", said.period(by(), point.part()), said.cell(measure.column(), point.row()))));
        changes(measure).forEach(change -> story.add(said.word("chart.change", change.text())));
        milestones.forEach(named -> story.add(
                said.word("chart.milestone", said.date(named.milestone().reachedOn()), named.name())));
        story.add(said.word("chart.table"));
        return String.join(" ", story);
    }

    private String asOfDays() {
        Period period = card.question().period();
        return said.word("days", said.date(period.from()), said.date(period.to().minusDays(1)));
    }

    private Chart chart(Chart.Size size, Measure measure) {
        Column column = measure.column();
        List<Part> parts = measure.points().stream()
                .map(point -> new Part(
                        point.part().from(),
                        point.part().to(),
                        measure.value(point).map(Number::doubleValue),
                        point.finished(),
                        said.brief(by(), point.part()),
                        measure.value(point)
                                .map(value -> said.number(column, value))
                                .orElse(""),
                        "%s: %s".formatted(name(point), said.cell(column, point.row()))))
                .toList();
        return Chart.of(size, card.question().period(), parts, milestones, said.unit(column));
    }

    private MeasureSection.Table table(Measure measure) {
        List<Column> columns = Stream.concat(
                        Stream.of(measure.column()), parts(measure).map(name -> named(measure, name)))
                .toList();
        Stream<MeasureSection.Line> lines = measure.points().stream()
                .map(point -> line(
                        measure,
                        columns,
                        name(point),
                        point.row(),
                        new Period(point.part().from(), point.part().to()),
                        false));
        var total = line(
                measure,
                columns,
                said.words().word("total"),
                measure.total(),
                card.question().period(),
                true);
        return new MeasureSection.Table(
                said.word(
                        "table.caption",
                        said.word("headline." + measure.headline().key()),
                        said.word("by." + by().code())),
                Stream.concat(
                                Stream.of(said.words().word("column.key")),
                                columns.stream().map(column -> said.words().of(measure.report(), column)))
                        .toList(),
                Stream.concat(lines, Stream.of(total)).toList());
    }

    private MeasureSection.Line line(
            Measure measure, List<Column> columns, String head, Row row, Period period, boolean total) {
        return new MeasureSection.Line(
                head,
                columns.stream()
                        .map(column -> new MeasureSection.Cell(
                                said.cell(column, row),
                                Optional.of(events(measure, period))
                                        .filter(_ -> naming
                                                && column.equals(measure.column())
                                                && row.shown(column.name()).isPresent())))
                        .toList(),
                total);
    }

    /// What the table's words need saying of.
    private List<String> notes(Measure measure) {
        List<Point> points = measure.points();
        return Stream.of(
                        note("note.unfinished", points.stream().anyMatch(point -> !point.finished())),
                        note(
                                "note.withheld",
                                points.stream().anyMatch(point -> point.row().isSuppressed())),
                        note(
                                "note.none",
                                points.stream()
                                        .anyMatch(
                                                point -> measure.value(point).isEmpty() && !measure.isWithheld(point))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> note(String key, boolean needed) {
        return needed ? Optional.of(said.word(key)) : Optional.empty();
    }

    private String name(Point point) {
        String name = said.period(by(), point.part());
        return point.finished() ? name : said.word("period.unfinished", name);
    }

    private String events(Measure measure, Period period) {
        return frame.link(
                "/reports/" + measure.report().name() + "/events",
                "from",
                period.from().toString(),
                "to",
                period.to().toString());
    }

    private String[] asked() {
        Period period = card.question().period();
        return new String[] {"from", period.from().toString(), "to", period.to().toString(), "by", by().code()};
    }

    private By by() {
        return card.question().by().orElseThrow();
    }

    private static boolean isAllWithheld(Measure measure) {
        return measure.points().stream().anyMatch(measure::isWithheld);
    }

    private static Optional<Share> shares(Measure measure) {
        return measure.column().measure() instanceof Share share ? Optional.of(share) : Optional.empty();
    }

    /// The columns that the figure is made of, where it is made of columns.
    private static Stream<String> parts(Measure measure) {
        return switch (measure.column().measure()) {
            case Share(var part, var whole) -> Stream.of(part, whole);
            case Ratio(var part, var whole) -> Stream.of(part, whole);
            case Count _, Band _, Voices _, Plain _, Amount _, Minutes _, Rate _ -> Stream.empty();
        };
    }

    private static Column named(Measure measure, String name) {
        return measure.report().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String way(int sign) {
        return switch (sign) {
            case 1 -> "up";
            case -1 -> "down";
            default -> "same";
        };
    }
}
