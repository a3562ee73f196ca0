package refocus.reporting.caseload;

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

/// Open allocations, for each full-time equivalent in post, as on the last day of each part.
///
/// How it is spread over workers is told without any of them: the middle, the ninetieth percentile and the highest.
@Singleton
class Caseload implements Report {

    private static final EachPart<Held> BY_HOLDS =
            EachPart.of("select * from reports.caseload($1, $2, $3, $4, true)", Held.class);

    private static final EachPart<Held> BY_FACTS =
            EachPart.of("select * from reports.caseload($1, $2, $3, $4, false)", Held.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select event_id, type, stream, version, occurred_at, recorded_at, 'numerator' as counts
            from views.hold_fact f
            where begins and exists (
                select from reports.holds_on($2::date - 1, $3, false) h where h.allocation = f.allocation)
            union all
            select event_id, type, stream, version, occurred_at, recorded_at, 'denominator,headcount'
            from reports.contracts_on($2::date - 1, $3)
            union all
            select event_id, type, stream, version, occurred_at, recorded_at, 'unallocated'
            from views.standing_fact s
            where open and event_id in (
                select event_id from reports.unallocated_on(array[$2::date - 1], $3, false))""");

    private final Views views;

    Caseload(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "caseload";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.stock("numerator"),
                Column.amount("denominator", "headcount"),
                Column.ratio("value", "numerator", "denominator"),
                Column.amount("points", "numerator"),
                Column.stock("headcount"),
                Column.stock("workers"),
                Column.amount("median", "workers"),
                Column.amount("ninetieth", "workers"),
                Column.amount("highest", "workers"),
                Column.stock("unallocated"),
                Column.amount("waitingDays", "unallocated"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("allocations");
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of("contracts");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        return (question.asOf().isEmpty() ? BY_HOLDS : BY_FACTS).ask(views, question);
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }
}
