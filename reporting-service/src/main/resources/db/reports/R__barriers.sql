-- How barriers stood and ended, for parts of a period with keys, from the first day up to the one past the last, as
-- known at a moment; grouped by nothing (''), 'department' or 'level'.
--
-- A barrier stands from the day it is raised to the day it is said to be gone or given up, that day not included, and
-- again from the day it is reopened. Its age is in working days of Wales, from the day after it was raised. What stands
-- is counted on the last day of a part, or today where that is still to come, with the department and level of that
-- day; what ended, with those it had then. A barrier resolved twice in a part counts once, at the last.
set local check_function_bodies = off;
drop view if exists reports.barriers, reports.barriers_by_department, reports.barriers_by_level;
drop function if exists reports.barriers_of, reports.first_barrier, reports.working_days;

create function reports.working_days(since date, until date) returns integer
    language sql stable security definer set search_path = pg_catalog as
$$
select (select number from reports.working_day where day = $2) - (select number from reports.working_day where day = $1)
$$;
comment on function reports.working_days is 'The working days after one day, up to and with another.';

create function reports.barriers_of(keys text[], first date[], past date[], known timestamptz, grouped_by text)
    returns table (key text, grp text, open bigint, up_to20 bigint, from21_to60 bigint, over60 bigint,
        paused bigint, hours_lost bigint, resolved bigint, median_days numeric, reopened bigint,
        closed_unresolved bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with today as (
    select (least($4, now()) at time zone 'Europe/London')::date as day
), part as (
    select p.key, p.since, p.until, least(p.until - 1, t.day) as last, p.since <= t.day as begun
    from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until) cross join today t
), fact as (
    select * from views.barrier_fact where recorded_at <= $4
), stood as (
    select p.key, p.last, f.barrier,
        min(f.day) filter (where f.type = 'barrier-raised') as raised_on,
        (array_agg(f.open order by f.version desc) filter (where f.open is not null))[1] as open,
        (array_agg(f.paused order by f.version desc) filter (where f.paused is not null))[1] as paused,
        (array_agg(f.department order by f.version desc) filter (where f.department is not null))[1] as department,
        (array_agg(f.level order by f.version desc) filter (where f.level is not null))[1] as level,
        coalesce(sum(f.hours), 0) as hours
    from part p join fact f on f.day <= p.last
    where p.begun
    group by p.key, p.last, f.barrier
), standing as (
    select key, department, level, paused, hours, reports.working_days(raised_on, last) as age
    from stood where open and raised_on is not null
), ended as (
    select distinct on (p.key, f.barrier, f.type) p.key, f.barrier, f.type, f.version, f.day,
        min(f.version) over (partition by p.key, f.barrier, f.type) as first_version
    from part p
    join fact f on f.day >= p.since and f.day < p.until and f.type in ('barrier-resolved', 'barrier-closed-unresolved')
    order by p.key, f.barrier, f.type, f.version desc
), ending as (
    select e.key, e.type, was.department, was.level, reports.working_days(was.raised_on, e.day) as days,
        exists (
            select from fact f
            where f.barrier = e.barrier and f.type = 'barrier-reopened' and f.version > e.first_version) as reopened
    from ended e
    cross join lateral (
        select min(f.day) filter (where f.type = 'barrier-raised') as raised_on,
            (array_agg(f.department order by f.version desc) filter (where f.department is not null))[1] as department,
            (array_agg(f.level order by f.version desc) filter (where f.level is not null))[1] as level
        from fact f where f.barrier = e.barrier and f.version < e.version) was
), line as (
    select key, department, level, 1 as open, age, paused, hours,
        null as ended, null::integer as days, false as reopened
    from standing
    union all
    select key, department, level, 0, null, false, 0, type, days, reopened from ending
), grouped as (
    select l.*, g.grp
    from line l
    cross join lateral (
        select '' as grp
        union all
        select case $5 when 'department' then l.department when 'level' then l.level::text end
        where $5 <> '') g
), every as (
    select key, '' as grp from part
    union
    select key, grp from grouped
)
select e.key, e.grp,
    case when p.begun then coalesce(sum(g.open), 0) end as open,
    case when p.begun then count(*) filter (where g.age <= 20) end as up_to20,
    case when p.begun then count(*) filter (where g.age > 20 and g.age <= 60) end as from21_to60,
    case when p.begun then count(*) filter (where g.age > 60) end as over60,
    case when p.begun then count(*) filter (where g.paused) end as paused,
    case when p.begun then coalesce(sum(g.hours), 0) end::bigint as hours_lost,
    count(*) filter (where g.ended = 'barrier-resolved') as resolved,
    round((percentile_cont(0.5) within group (order by g.days)
        filter (where g.ended = 'barrier-resolved'))::numeric, 1) as median_days,
    count(*) filter (where g.ended = 'barrier-resolved' and g.reopened) as reopened,
    count(*) filter (where g.ended = 'barrier-closed-unresolved') as closed_unresolved
from every e
join part p on p.key = e.key
left join grouped g on g.key = e.key and g.grp = e.grp
group by e.key, e.grp, p.begun
$$;

create function reports.first_barrier() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(day) from views.barrier_fact
$$;

create view reports.barriers as
select b.key as month,
    b.over60 as numerator,
    b.open as denominator,
    round(100.0 * b.over60 / nullif(b.open, 0), 1) as value,
    b.up_to20, b.from21_to60, b.paused, b.hours_lost, b.resolved, b.median_days, b.reopened,
    round(100.0 * b.reopened / nullif(b.resolved, 0), 1) as reopened_value,
    b.closed_unresolved
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_barrier()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.barriers_of(keys, first, past, 'infinity', '') b;

comment on function reports.barriers_of is
    'How barriers stood at the end of each part and ended in it; grouped by nothing (''''), department or level.';
comment on view reports.barriers is
    'Barriers open at the end of a month, by their age in working days, and how those resolved in it fared.';
comment on column reports.barriers.month is 'The month, as in 2026-10.';
comment on column reports.barriers.numerator is 'Open barriers that have stood for more than 60 working days.';
comment on column reports.barriers.denominator is 'Barriers open on the last day of the month, or today.';
comment on column reports.barriers.value is 'Numerator of denominator in per cent.';
comment on column reports.barriers.up_to20 is 'Open barriers that have stood for up to 20 working days.';
comment on column reports.barriers.from21_to60 is 'Open barriers that have stood for 21 to 60 working days.';
comment on column reports.barriers.paused is 'Open barriers that are paused.';
comment on column reports.barriers.hours_lost is
    'Hours lost a week to the open barriers, as estimated by those who raised or supported them.';
comment on column reports.barriers.resolved is 'Barriers said to be gone in the month.';
comment on column reports.barriers.median_days is 'Of the resolved: median working days from raising, pauses included.';
comment on column reports.barriers.reopened is 'Of the resolved, those reopened since.';
comment on column reports.barriers.reopened_value is 'Reopened of resolved in per cent.';
comment on column reports.barriers.closed_unresolved is 'Barriers given up in the month.';
