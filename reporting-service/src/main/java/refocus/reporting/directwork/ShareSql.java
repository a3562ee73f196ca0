package refocus.reporting.directwork;

/// The questions behind the share, for days from $1 up to $2 as known at $3. How it is reckoned stands in
/// `db/reports/R__direct_work_share.sql`, where analysts ask the same function.
final class ShareSql {

    private ShareSql() {}

    /// By months where $4, else by facts.
    static final String FIGURES = "select * from reports.direct_work($1, $2, $3, $4)";

    /// What the figure counts: everything the workers of active weeks told of the days asked for.
    static final String EVENTS = """
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at,
                case when sum(f.direct) > 0 then 'numerator,denominator' else 'denominator' end as counts
            from views.work_fact f
            join (
                select worker, date_trunc('week', day::timestamp) as week
                from views.work_fact
                where day > $1::date - 7 and day < $2::date + 7 and recorded_at <= $3
                group by 1, 2 having sum(direct) > 0) active
                on active.worker = f.worker and active.week = date_trunc('week', f.day::timestamp)
            where f.day >= $1 and f.day < $2 and f.recorded_at <= $3
            group by 1, 2, 3, 4, 5, 6""";
}
