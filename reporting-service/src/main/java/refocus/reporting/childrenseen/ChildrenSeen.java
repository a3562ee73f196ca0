package refocus.reporting.childrenseen;

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

/// Born children seen in person in direct work, of those with a case open on any day of the period.
@Singleton
class ChildrenSeen implements Report {

    private static final EachPart<Seen> BY_MONTHS = EachPart.of(SeenSql.BY_MONTHS, Seen.class);

    private static final EachPart<Seen> BY_FACTS = EachPart.of(SeenSql.BY_FACTS, Seen.class);

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
        return (question.isAnsweredByMonths() ? BY_MONTHS : BY_FACTS).ask(views, question);
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }
}
