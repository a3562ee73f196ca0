package refocus.reporting.workforce;

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

/// Full-time equivalents in post, of the establishment, as on the last day of each part; leavers are counted in it.
///
/// Two answers to what is vacant, since neither is the other: vacancies that somebody approved and nobody has filled,
/// and posts of the establishment that nobody is in.
@Singleton
class Workforce implements Report {

    private static final EachPart<InPost> PARTS =
            EachPart.of("select * from reports.workforce($1, $2, $3, $4)", InPost.class);

    private static final CountedEvents EVENTS = new CountedEvents("""
            select event_id, type, stream, version, occurred_at, recorded_at,
                case when agency then 'numerator,headcount,agency,agencyFte' else 'numerator,headcount' end as counts
            from reports.contracts_on($2::date - 1, $3)
            union all
            select event_id, type, stream, version, occurred_at, recorded_at, 'denominator'
            from reports.establishment_on($2::date - 1, $3)
            union all
            select *, 'vacancies' from reports.vacancies_on($2::date - 1, $3)
            union all
            select *, 'leavers' from reports.leavers($1::date, $2, $3)""");

    private final Views views;

    Workforce(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "workforce";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.amount("numerator", "headcount"),
                Column.amount("denominator"),
                Column.share("value", "numerator", "denominator"),
                Column.stock("headcount"),
                Column.count("leavers"),
                Column.stock("vacancies"),
                Column.amount("vacantFte", "headcount"),
                Column.stock("agency", "headcount"),
                Column.amount("agencyFte", "agency"),
                Column.share("agencyShare", "agencyFte", "denominator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("contracts");
    }

    @Override
    public Set<String> alsoReads() {
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
