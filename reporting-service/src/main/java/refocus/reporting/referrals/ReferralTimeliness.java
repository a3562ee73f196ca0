package refocus.reporting.referrals;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final String BY_MONTHS = """
            select month as day, due, decided, in_time from views.triage_month where month >= $1 and month < $2""";

    private static final String BY_FACTS = """
            select due_on as day, sum(due) as due, sum(decided) as decided, sum(in_time) as in_time
            from views.triage_fact
            where due_on >= $1 and due_on < $2 and recorded_at <= $3
            group by due_on""";

    private static final CountedEvents EVENTS = new CountedEvents("""
            select event_id, type, stream, version, occurred_at, recorded_at,
                case when due = 1 then 'denominator' when in_time = 1 then 'numerator' else '' end as counts
            from views.triage_fact
            where due_on >= $1 and due_on < $2 and recorded_at <= $3""");

    private final Pool pool;

    ReferralTimeliness(Pool pool) {
        this.pool = pool;
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
        return EVENTS.page(pool, question, after, limit);
    }

    private Uni<List<Triage.From>> triaged(Question question) {
        Period period = question.period();
        boolean byMonths = question.isAnsweredByMonths();
        return pool.preparedQuery(byMonths ? BY_MONTHS : BY_FACTS)
                .mapping(row -> new Triage.From(
                        row.getLocalDate("day"),
                        new Triage(row.getLong("due"), row.getLong("decided"), row.getLong("in_time"))))
                .execute(
                        byMonths
                                ? Tuple.of(period.from(), period.to())
                                : Tuple.of(
                                        period.from(),
                                        period.to(),
                                        question.known().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream().toList());
    }

    private static Triage within(Bucket part, List<Triage.From> days) {
        return Triage.sum(days.stream()
                .filter(from -> part.contains(from.day()))
                .map(Triage.From::triage)
                .toList());
    }
}
