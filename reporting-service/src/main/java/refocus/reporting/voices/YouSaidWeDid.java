package refocus.reporting.voices;

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

/// What was said and answered within 30 working days, of what was due for an answer in the period.
///
/// Where the answer changed within the 30 days, the last one counts. What nobody has answered yet is shown apart. The
/// events behind who felt heard do not say which of them were a yes: each is one person's answer.
@Singleton
class YouSaidWeDid implements Report {

    private static final EachPart<Answers> BY_MONTHS =
            EachPart.andGroup("select * from reports.answers_by_months($1, $2, $3, $4, $5)", Answers.class);

    private static final EachPart<Answers> BY_FACTS =
            EachPart.andGroup("select * from reports.answers_by_facts($1, $2, $3, $4, $5)", Answers.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at,
                case when f.due_on is not null then 'denominator' when f.in_time then 'numerator' else 'late' end as counts
            from views.voice_fact f
            join views.voice_fact said on said.item = f.item and said.due_on >= $1 and said.due_on < $2
            where f.recorded_at <= $3
            union all
            select event_id, type, stream, version, occurred_at, recorded_at, 'confirmations'
            from views.heard_fact
            where day >= $1 and day < $2 and recorded_at <= $3""");

    private final Views views;

    YouSaidWeDid(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "you-said-we-did";
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
                Column.band("weDid", "numerator"),
                Column.band("weCannot", "numerator"),
                Column.band("late", "denominator"),
                Column.band("open", "denominator"),
                Column.voices("confirmations"),
                Column.voices("feltHeard", "confirmations"),
                Column.share("feltHeardValue", "feltHeard", "confirmations"));
    }

    @Override
    public List<String> groupings() {
        return List.of("theme");
    }

    @Override
    public Set<String> projections() {
        return Set.of("voices");
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
