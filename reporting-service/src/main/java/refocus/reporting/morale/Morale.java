package refocus.reporting.morale;

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

/// The index of morale, of the responses to the surveys that closed in the period and were published.
///
/// Several surveys are one larger one: each answer weighs the same. What the survey held back of fewer than five is not
/// known here at all, so that nothing adds up to it.
@Singleton
class Morale implements Report {

    private static final EachPart<Mood> PARTS =
            EachPart.of("select * from reports.morale_of($1, $2, $3, $4)", Mood.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at,
                case when f.invited is null then 'surveys' else 'numerator,denominator,surveys' end as counts
            from views.survey_fact f
            join views.survey_fact c on c.survey = f.survey and c.type = 'survey-closed'
            where c.closed_on >= $1 and c.closed_on < $2 and exists (
                select from views.survey_fact p
                where p.survey = f.survey and p.type = 'survey-result-published' and p.recorded_at <= $3)""");

    private final Views views;

    Morale(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "morale";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.amount("numerator", "denominator"),
                Column.voices("denominator"),
                Column.share("value", "numerator", "denominator"),
                Column.amount("trend", "denominator"),
                Column.amount("enps", "enpsResponses"),
                Column.voices("enpsResponses"),
                Column.voices("responses"),
                Column.plain("invited"),
                Column.rate("responseRate"),
                Column.plain("surveys"),
                Column.plain("withheld"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("morale");
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
