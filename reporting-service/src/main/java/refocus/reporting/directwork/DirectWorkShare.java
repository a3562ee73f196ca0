package refocus.reporting.directwork;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.CountedEvents;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.period.Period.Bucket;

/// Worker-minutes of direct work, of all the time of the same workers and weeks.
///
/// The share is withheld where less than 60 % of contracted time is recorded. Where no contract is known coverage is
/// null and the share is shown: to hide it would hide the only figure there is.
@Singleton
class DirectWorkShare implements Report {

    private static final CountedEvents EVENTS = new CountedEvents(ShareSql.EVENTS);

    private final Views views;

    DirectWorkShare(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "direct-work-share";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.minutes("numerator"),
                Column.minutes("denominator"),
                Column.share("value", "numerator", "denominator"),
                Column.rate("coverage"),
                Column.minutes("withoutVisits"),
                Column.share("shareWithoutVisits", "withoutVisits", "denominator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("direct_work");
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of("contracts");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        return views.query(
                        ShareSql.FIGURES,
                        Time.From.class,
                        question.period().from(),
                        question.period().to(),
                        question.known(),
                        question.isAnsweredByMonths())
                .map(times -> figures(question, times));
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }

    private static Figures figures(Question question, List<Time.From> times) {
        return new Figures(
                question.parts().stream()
                        .map(part -> within(part, times).row(part.key()))
                        .toList(),
                Time.sum(times.stream().map(Time.From::time).toList()).row(TOTAL));
    }

    private static Time within(Bucket part, List<Time.From> times) {
        return Time.sum(times.stream()
                .filter(from -> part.contains(from.day()))
                .map(Time.From::time)
                .toList());
    }
}
