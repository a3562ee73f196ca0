package refocus.reporting.barriers;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.CountedEvents;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;

/// Barriers that have stood for more than 60 working days, of those open on the last day of the period.
///
/// A barrier is open until it is said to be gone or given up; a paused one is open. Where the last day is still to come
/// they are shown as they stand today.
@Singleton
class Barriers implements Report {

    private static final EachPart<Standing> PARTS =
            EachPart.andGroup("select * from reports.barriers_of($1, $2, $3, $4, $5)", Standing.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at,
                concat_ws(',', case when s.open then 'denominator' end,
                    case when f.type = 'barrier-resolved' and f.day >= $1 then 'resolved' end,
                    case when f.type = 'barrier-closed-unresolved' and f.day >= $1 then 'closedUnresolved' end) as counts
            from views.barrier_fact f
            join (
                select barrier, (array_agg(open order by version desc) filter (where open is not null))[1] as open
                from views.barrier_fact where day < $2 and recorded_at <= $3
                group by barrier) s using (barrier)
            where f.day < $2 and f.recorded_at <= $3 and (s.open
                or f.day >= $1 and f.type in ('barrier-resolved', 'barrier-closed-unresolved'))""");

    private final Views views;

    Barriers(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "barriers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.band("numerator", "denominator"),
                Column.count("denominator"),
                Column.share("value", "numerator", "denominator"),
                Column.band("upTo20", "denominator"),
                Column.band("from21To60", "denominator"),
                Column.count("paused", "denominator"),
                Column.amount("hoursLost", "denominator"),
                Column.count("resolved"),
                Column.amount("medianDays", "resolved"),
                Column.count("reopened", "resolved"),
                Column.share("reopenedValue", "reopened", "resolved"),
                Column.count("closedUnresolved"));
    }

    @Override
    public List<String> groupings() {
        return List.of("department", "level");
    }

    @Override
    public Set<String> projections() {
        return Set.of("barriers");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        return PARTS.ask(views, question);
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }
}
