package refocus.reporting.referrals;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.CountedEvents;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.period.Period;
import refocus.reporting.period.Period.Bucket;

/// Referrals triaged within one working day, of those due in the period.
///
/// A referral that nobody has decided on counts as late, and is shown apart as undecided.
@Singleton
class ReferralTimeliness implements Report {

    private static final String BY_MONTHS = "select * from reports.triage_by_months($1, $2)";

    private static final String BY_FACTS = "select * from reports.triage_by_facts($1, $2, $3)";

    private static final CountedEvents EVENTS = new CountedEvents("""
            select event_id, type, stream, version, occurred_at, recorded_at,
                case when due = 1 then 'denominator' when in_time = 1 then 'numerator' else '' end as counts
            from views.triage_fact
            where due_on >= $1 and due_on < $2 and recorded_at <= $3""");

    private final Views views;

    ReferralTimeliness(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "referral-timeliness";
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
                Column.count("undecided", "denominator"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("referral_triage");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        return triaged(question)
                .map(days -> new Figures(
                        question.parts().stream()
                                .map(part -> within(part, days).row(part.key()))
                                .toList(),
                        Triage.sum(days.stream().map(Triage.From::triage).toList())
                                .row(TOTAL)));
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }

    private Uni<List<Triage.From>> triaged(Question question) {
        Period period = question.period();
        return question.isAnsweredByMonths()
                ? views.query(BY_MONTHS, Triage.From.class, period.from(), period.to())
                : views.query(BY_FACTS, Triage.From.class, period.from(), period.to(), question.known());
    }

    private static Triage within(Bucket part, List<Triage.From> days) {
        return Triage.sum(days.stream()
                .filter(from -> part.contains(from.day()))
                .map(Triage.From::triage)
                .toList());
    }
}
