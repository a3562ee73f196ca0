package refocus.reporting.directwork;

/// The questions behind the share, for days from $1 up to $2 as known at $3; the answer has a row a month.
///
/// A *part* is the days of a worker's week that fall into one month and into the period. A week is active when the
/// worker held direct work on any of its days, in the period or not; only active weeks count.
final class ShareSql {

    private ShareSql() {}

    /// A full-time week is 37 hours, the standard of local government in Wales: 444 minutes each Monday to Friday.
    private static final String JUDGED = """
            , part as (
                select a.worker, a.week, m.month,
                    greatest(a.week, m.month, $1) as since,
                    least(a.week + 7, m.next, $2) as until,
                    least(a.week + 5, m.next, $2) as weekend
                from active a cross join lateral (
                    select distinct date_trunc('month', day::timestamp)::date as month,
                        (date_trunc('month', day::timestamp) + interval '1 month')::date as next
                    from (values (a.week), (a.week + 6)) ends (day)) m
                where m.next > $1 and m.month < $2
            ), contract as (
                select worker, fte, valid_from as since,
                    lead(valid_from, 1, 'infinity') over (partition by worker order by valid_from) as until
                from (
                    select distinct on (worker, valid_from) worker, valid_from, fte
                    from views.contract_fact where recorded_at <= $3
                    order by worker, valid_from, version desc) latest
            ), contracted as (
                select p.worker, p.week, p.month,
                    sum(444 * c.fte * (
                        greatest(0, least(p.weekend, c.until) - greatest(p.since, c.since)) - away.days)) as minutes
                from part p
                join contract c on c.worker = p.worker and c.since < p.until and c.until > p.since
                cross join lateral (
                    select coalesce(sum(greatest(0,
                        least(p.weekend, c.until, b.away_to) - greatest(p.since, c.since, b.away_from))), 0) as days
                    from views.absence_fact b
                    where b.worker = p.worker and b.recorded_at <= $3
                        and b.away_from < p.until and b.away_to > p.since) away
                group by p.worker, p.week, p.month
            )
            select greatest(p.month, $1) as day,
                coalesce(sum(s.direct), 0)::bigint as direct,
                coalesce(sum(s.visit), 0)::bigint as visit,
                coalesce(sum(s.minutes), 0)::bigint as spent,
                coalesce(sum(s.minutes) filter (where c.minutes is not null), 0)::bigint as covered,
                coalesce(round(sum(c.minutes)), 0)::bigint as contracted
            from part p
            left join spent s using (worker, week, month)
            left join contracted c using (worker, week, month)
            group by 1
            """;

    /// From the monthly rollups: the same cost however many events are behind them.
    static final String BY_MONTHS = """
            with active as (
                select worker, week from views.worker_week
                where week > $1::date - 7 and week < $2::date
                group by worker, week having sum(direct) > 0
            ), twice as (
                select worker, date_trunc('week', day::timestamp)::date as week,
                    date_trunc('month', day::timestamp)::date as month,
                    sum(least(session_travel, logged_travel)) as minutes
                from views.travel_day
                where day >= $1 and day < $2 and session_travel > 0 and logged_travel > 0
                group by 1, 2, 3
            ), spent as (
                select w.worker, w.week, w.month, w.direct, w.visit,
                    w.direct + w.session_travel + w.notes + w.logged_travel + w.logged - coalesce(t.minutes, 0) as minutes
                from views.worker_week w left join twice t using (worker, week, month)
                where w.month >= $1 and w.month < $2
            )""" + JUDGED;

    /// From the facts: for any days, and as known at any moment.
    static final String BY_FACTS = """
            with day as (
                select worker, day, date_trunc('week', day::timestamp)::date as week,
                    date_trunc('month', day::timestamp)::date as month,
                    sum(direct) as direct, sum(visit) as visit,
                    sum(direct + notes + logged) + greatest(sum(session_travel), sum(logged_travel)) as minutes
                from views.work_fact
                where day > $1::date - 7 and day < $2::date + 7 and recorded_at <= $3
                group by worker, day
            ), active as (
                select worker, week from day
                where week > $1::date - 7 and week < $2::date
                group by worker, week having sum(direct) > 0
            ), spent as (
                select worker, week, month, sum(direct) as direct, sum(visit) as visit, sum(minutes) as minutes
                from day
                where day >= $1 and day < $2
                group by worker, week, month
            )""" + JUDGED;

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
