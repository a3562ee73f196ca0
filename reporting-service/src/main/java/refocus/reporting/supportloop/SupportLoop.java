package refocus.reporting.supportloop;

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

/// Support needs that whoever raised them found useful, of those raised in the period.
///
/// A need counts where it was raised, whenever it was answered. Still open, declined and not useful stand apart.
@Singleton
class SupportLoop implements Report {

    private static final EachPart<Needs> PARTS =
            EachPart.of("select * from reports.support_loop($1, $2, $3, $4)", Needs.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at,
                concat_ws(',',
                    case when f.type = 'support-need-raised' then 'denominator' end,
                    case when f.type = 'support-need-raised' and n.answer = 'open' then 'open' end,
                    case when f.version = n.sourced_at then 'sourced' end,
                    case when f.version = n.answered_at then n.answer end) as counts
            from reports.needs_raised($1::date, $2::date, $3) n join views.need_fact f using (need)
            where f.type = 'support-need-raised' or f.version in (n.sourced_at, n.answered_at)""");

    private final Views views;

    SupportLoop(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "support-loop";
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
                Column.count("sourced", "denominator"),
                Column.amount("daysToSourced", "sourced"),
                Column.amount("daysToUseful", "numerator"),
                Column.band("open", "denominator"),
                Column.band("declined", "denominator"),
                Column.band("notUseful", "denominator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("support_needs");
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
