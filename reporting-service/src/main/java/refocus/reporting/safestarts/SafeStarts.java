package refocus.reporting.safestarts;

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

/// Starts with every mandatory check verified first, of those who started in the period.
///
/// It does not take recruitment's word for it: each check that the offer depended on is looked for among those verified
/// by the first day. A start that is neither verified nor under an approved assessment is an incident.
@Singleton
class SafeStarts implements Report {

    private static final EachPart<Starts> PARTS =
            EachPart.of("select * from reports.safe_starts($1, $2, $3, $4)", Starts.class);

    /// The hires, and what their verdict rests on: approvals, and checks that were in by the first day.
    private static final CountedEvents EVENTS = new CountedEvents("""
            select event_id, type, stream, version, occurred_at, recorded_at, 'denominator,' || s.verdict as counts
            from reports.starts_judged($1::date, $2::date, $3) s join views.application_fact using (event_id)
            union all
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at, s.verdict
            from reports.starts_judged($1::date, $2::date, $3) s
            join views.application_fact f on f.application = s.application and f.type = 'early-start-approved'
            where s.verdict = 'early' and f.recorded_at <= $3
            union all
            select distinct f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at, s.verdict
            from reports.starts_judged($1::date, $2::date, $3) s
            join views.check_fact f on f.application = s.application
                and f.type in ('check-verified', 'reference-received')
            where s.verdict = 'numerator' and f.good and f.day <= s.starts_on and f.recorded_at <= $3""");

    private final Views views;

    SafeStarts(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "safe-starts";
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
                Column.band("early", "denominator"),
                Column.share("earlyShare", "early", "denominator"),
                Column.band("neither", "denominator"),
                Column.share("neitherShare", "neither", "denominator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("recruitment");
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
