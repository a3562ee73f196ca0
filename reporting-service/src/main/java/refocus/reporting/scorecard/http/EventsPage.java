package refocus.reporting.scorecard.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import refocus.reporting.catalogue.http.Behind;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.Report;
import refocus.reporting.period.Period;

/// The events behind a figure, for a person to read. It names streams and says nothing about anybody.
///
/// @param days the period they were counted in
/// @param withheld how many more are not shown, in words; absent where none
public record EventsPage(
        String title, String days, List<Line> events, Optional<String> withheld, Optional<String> next, String csv) {

    /// One event.
    ///
    /// @param type as on the wire
    public record Line(String when, String type, String stream, long version, String counts) {}

    static EventsPage of(Report report, Period period, Behind page, Frame frame) {
        Said said = Said.in(frame.language());
        String[] days = {"from", period.from().toString(), "to", period.to().toString()};
        return new EventsPage(
                said.words().of(report, "title"),
                said.word(
                        "days", said.date(period.from()), said.date(period.to().minusDays(1))),
                page.items().stream().map(event -> line(report, event, said)).toList(),
                page.withheld() == 0
                        ? Optional.empty()
                        : Optional.of(said.word("events.withheld", Integer.toString(page.withheld()))),
                page.next()
                        .map(next -> frame.link(
                                "/reports/" + report.name() + "/events",
                                days[0],
                                days[1],
                                days[2],
                                days[3],
                                "after",
                                next)),
                frame.link("/reports/" + report.name() + ".csv", days));
    }

    private static Line line(Report report, CountedEvent event, Said said) {
        return new Line(
                said.moment(event.occurredAt()),
                event.type(),
                event.stream(),
                event.version(),
                event.counts().stream().map(name -> title(report, name, said)).collect(Collectors.joining("; ")));
    }

    private static String title(Report report, String column, Said said) {
        return report.columns().stream()
                .filter(known -> known.name().equals(column))
                .findFirst()
                .map(known -> said.words().of(report, known))
                .orElse(column);
    }
}
