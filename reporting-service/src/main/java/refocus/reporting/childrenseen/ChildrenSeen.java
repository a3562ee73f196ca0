package refocus.reporting.childrenseen;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.CountedEvents;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Row;
import refocus.reporting.period.Period.Bucket;

/// Born children seen in person in direct work, of those with a case open on any day of the period.
@Singleton
class ChildrenSeen implements Report {

    private static final CountedEvents EVENTS = new CountedEvents(SeenSql.EVENTS);

    private final Views views;

    ChildrenSeen(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "children-seen";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("numerator", "denominator"),
                Column.count("denominator"),
                Column.share("value", "numerator", "denominator"),
                Column.count("alone", "denominator"),
                Column.share("aloneValue", "alone", "denominator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("children_seen");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        List<Bucket> parts = question.parts();
        var whole =
                new Bucket(TOTAL, question.period().from(), question.period().to());
        return seen(question, Stream.concat(parts.stream(), Stream.of(whole)).toList())
                .map(rows -> new Figures(
                        parts.stream().map(part -> in(rows, part.key())).toList(), in(rows, TOTAL)));
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }

    private Uni<Map<String, Row>> seen(Question question, List<Bucket> parts) {
        return views.query(
                        question.isAnsweredByMonths() ? SeenSql.BY_MONTHS : SeenSql.BY_FACTS,
                        Seen.class,
                        parts.stream().map(Bucket::key).toArray(String[]::new),
                        parts.stream().map(Bucket::from).toArray(LocalDate[]::new),
                        parts.stream().map(Bucket::to).toArray(LocalDate[]::new),
                        question.known())
                .map(seen -> seen.stream().collect(Collectors.toMap(Seen::key, Seen::row)));
    }

    private static Row in(Map<String, Row> rows, String key) {
        return rows.getOrDefault(key, Row.of(key));
    }
}
