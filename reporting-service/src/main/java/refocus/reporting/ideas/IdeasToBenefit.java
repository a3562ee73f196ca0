package refocus.reporting.ideas;

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

/// Ideas whose benefit was measured, of those proposed in the period, whenever it came to that.
///
/// Each idea is measured by a report of its own, so that benefits are not added up: they are told by direction, and by
/// how much of the way to the target was gone.
@Singleton
class IdeasToBenefit implements Report {

    private static final EachPart<Funnel> BY_MONTHS =
            EachPart.of("select * from reports.ideas_by_months($1, $2, $3, $4)", Funnel.class);

    private static final EachPart<Funnel> BY_FACTS =
            EachPart.of("select * from reports.ideas_by_facts($1, $2, $3, $4)", Funnel.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at,
                case f.step when 'PROPOSED' then 'denominator' when 'MEASURED' then 'numerator'
                    when 'APPROVED' then 'decided,approved' when 'DECLINED' then 'decided,declined'
                    else lower(f.step) end as counts
            from views.idea_fact f
            join views.idea_fact p on p.idea = f.idea and p.proposed_on >= $1 and p.proposed_on < $2
            where f.recorded_at <= $3""");

    private final Views views;

    IdeasToBenefit(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "ideas-to-benefit";
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
                Column.count("drafted", "denominator"),
                Column.count("submitted", "drafted"),
                Column.count("decided", "submitted"),
                Column.count("approved", "decided"),
                Column.count("implemented", "approved"),
                Column.band("declined", "denominator"),
                Column.band("withdrawn", "denominator"),
                Column.band("merged", "denominator"),
                Column.band("open", "denominator"),
                Column.band("better", "numerator"),
                Column.band("same", "numerator"),
                Column.band("worse", "numerator"),
                Column.amount("achieved", "numerator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("ideas");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        return (question.isAnsweredByMonths() ? BY_MONTHS : BY_FACTS).ask(views, question);
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }
}
