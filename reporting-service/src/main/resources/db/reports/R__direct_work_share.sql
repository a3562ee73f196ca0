-- The share of time that is direct work, for days from the first up to the one past the last, as known at a moment.
--
-- A *part* is the days of a worker's week that fall into one month and into the period. A week is active when the
-- worker held direct work on any of its days, in the period or not; only active weeks count. A full-time week is
-- 37 hours, the standard of local government in Wales: 444 minutes each Monday to Friday.
set local check_function_bodies = off;
drop view if exists reports.direct_work_share;
drop function if exists reports.direct_work;

-- From the monthly rollups, where asked to: the same cost however many events are behind them. Else from the facts,
-- which know any days, and what was known at any moment.
create function reports.direct_work(first date, past date, known timestamptz, by_months boolean)
    returns table (day date, direct bigint, visit bigint, spent bigint, covered bigint, contracted bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with day as (
    select worker, day, date_trunc('week', day::timestamp)::date as week,
        date_trunc('month', day::timestamp)::date as month,
        sum(direct) as direct, sum(visit) as visit,
        sum(direct + notes + logged) + greatest(sum(session_travel), sum(logged_travel)) as minutes
    from views.work_fact
    where day > $1::date - 7 and day < $2::date + 7 and recorded_at <= $3 and not $4
    group by worker, day
), twice as (
    select worker, date_trunc('week', day::timestamp)::date as week,
        date_trunc('month', day::timestamp)::date as month,
        sum(least(session_travel, logged_travel)) as minutes
    from views.travel_day
    where $4 and day >= $1 and day < $2 and session_travel > 0 and logged_travel > 0
    group by 1, 2, 3
), active as (
    select worker, week from views.worker_week
    where $4 and week > $1::date - 7 and week < $2::date
    group by worker, week having sum(direct) > 0
    union all
    select worker, week from day
    where week > $1::date - 7 and week < $2::date
    group by worker, week having sum(direct) > 0
), spent as (
    select w.worker, w.week, w.month, w.direct, w.visit,
        w.direct + w.session_travel + w.notes + w.logged_travel + w.logged - coalesce(t.minutes, 0) as minutes
    from views.worker_week w left join twice t using (worker, week, month)
    where $4 and w.month >= $1 and w.month < $2
    union all
    select worker, week, month, sum(direct) as direct, sum(visit) as visit, sum(minutes) as minutes
    from day
    where day >= $1 and day < $2
    group by worker, week, month
), week_part as (
    select distinct w.week, m.month,
        greatest(w.week, m.month, $1) as since,
        least(w.week + 7, m.next, $2) as until,
        least(w.week + 5, m.next, $2) as weekend
    from (select distinct week from active) w
    cross join lateral (values (w.week), (w.week + 6)) ends (day)
    cross join lateral (
        select date_trunc('month', ends.day::timestamp)::date as month,
            (date_trunc('month', ends.day::timestamp) + interval '1 month')::date as next) m
    where m.next > $1 and m.month < $2
), part as (
    select worker, week, month, since, until, weekend from active join week_part using (week)
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
$$;

create view reports.direct_work_share as
select to_char(day, 'YYYY-MM') as month,
    direct as numerator,
    spent as denominator,
    case when covered >= 0.5995 * contracted then round(100.0 * direct / nullif(spent, 0), 1) end as value,
    round(100.0 * covered / nullif(contracted, 0), 1) as coverage,
    direct - visit as without_visits,
    case when covered >= 0.5995 * contracted then round(100.0 * (direct - visit) / nullif(spent, 0), 1) end
        as share_without_visits
from reports.direct_work('-infinity', 'infinity', 'infinity', true);

comment on view reports.direct_work_share is
    'Of the time of workers in the weeks in which they held direct work, the part that was direct work, by month.';
comment on column reports.direct_work_share.month is 'The month, as in 2026-10.';
comment on column reports.direct_work_share.numerator is
    'Minutes of direct work held, for each worker who held it: two workers count twice, siblings seen together once.';
comment on column reports.direct_work_share.denominator is
    'Those, and session travel, notes and logged time of the same workers in the same weeks, in minutes; travel once.';
comment on column reports.direct_work_share.value is
    'Numerator of denominator in per cent; empty where coverage is under 60.';
comment on column reports.direct_work_share.coverage is
    'Recorded time of contracted time less absence, in per cent; empty where no contract is known.';
comment on column reports.direct_work_share.without_visits is
    'The numerator without sessions that were only visits required by rule, in minutes.';
comment on column reports.direct_work_share.share_without_visits is
    'Without visits of denominator in per cent; empty where coverage is under 60.';
