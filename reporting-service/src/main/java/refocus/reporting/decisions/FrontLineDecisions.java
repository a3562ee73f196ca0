package refocus.reporting.decisions;

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

/// Decisions taken by the front line, of those taken in the period that the front line may take.
///
/// What was taken against a rule is no use of a right: it is shown apart and not counted. Whether decisions hold is
/// asked of those the front line took at least 90 days ago.
@Singleton
class FrontLineDecisions implements Report {

    private static final EachPart<Near> PARTS =
            EachPart.andGroup("select * from reports.decisions_of($1, $2, $3, $4, $5)", Near.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select event_id, type, stream, version, occurred_at, recorded_at,
                case when outside then 'outsideRule' else concat_ws(',', case when front then 'numerator' end,
                    'denominator', case when referred_up then 'referredUp' end,
                    case when supported then 'supported' end) end as counts
            from views.decision_fact
            where day >= $1 and day < $2 and recorded_at <= $3 and (allowed or outside)
            union all
            select o.event_id, o.type, o.stream, o.version, o.occurred_at, o.recorded_at, 'overturned'
            from views.overturn_fact o join views.decision_fact t using (decision)
            where t.day >= $1 and t.day < $2 and o.recorded_at <= $3 and t.allowed and t.front and not t.outside
                and t.day <= (least($3, now()) at time zone 'Europe/London')::date - 90
            union all
            select p.event_id, p.type, p.stream, p.version, p.occurred_at, p.recorded_at, 'pending'
            from views.proposal_fact p
            where p.day >= $1 and p.day < $2 and p.recorded_at <= $3 and not exists (
                select from views.decision_fact t where t.decision = p.decision and t.recorded_at <= $3)""");

    private final Views views;

    FrontLineDecisions(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "front-line-decisions";
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
                Column.count("pending"),
                Column.count("outsideRule"),
                Column.count("referredUp", "denominator"),
                Column.share("referredUpValue", "referredUp", "denominator"),
                Column.count("supported", "denominator"),
                Column.share("supportedValue", "supported", "denominator"),
                Column.amount("medianHours", "denominator"),
                Column.count("aged", "numerator"),
                Column.count("overturned", "aged"),
                Column.share("overturnedValue", "overturned", "aged"));
    }

    @Override
    public List<String> groupings() {
        return List.of("kind", "tier");
    }

    @Override
    public Set<String> projections() {
        return Set.of("decisions");
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
