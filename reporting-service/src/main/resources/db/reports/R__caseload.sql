-- What is held, and by how many, on the last day of parts of a period with keys, from the first day up to the one past
-- the last, as known at a moment.
--
-- A hold runs from its first day up to the day it ends, that one not included; so does an open case. A case is
-- unallocated while nobody leads it, and has been since it opened, was reopened or lost its last lead.
set local check_function_bodies = off;
drop view if exists reports.caseload;
drop function if exists reports.caseload, reports.holds_on, reports.unallocated_on, reports.first_hold;

-- From the holds as known now, where asked to: those that run cost the same whatever the history. Else from the facts,
-- which know what was known at any moment.
create function reports.holds_on(day date, known timestamptz, now_known boolean)
    returns table (allocation uuid, case_id uuid, worker uuid, role text, points numeric)
    language sql stable set search_path = pg_catalog as
$$
select allocation, case_id, worker, role, points from views.hold
where $3 and held_from <= $1 and coalesce(held_to, 'infinity') > $1
union all
select allocation, case_id, worker, role, points from views.hold_fact begun
where not $3 and begins and begun.day <= $1 and recorded_at <= $2
    and not exists (
        select from views.hold_fact gone
        where gone.allocation = begun.allocation and not gone.begins and gone.day <= $1 and gone.recorded_at <= $2)
$$;

-- The open cases that nobody led on some days: what made them open, and since when they wait.
create function reports.unallocated_on(days date[], known timestamptz, now_known boolean)
    returns table (day date, event_id uuid, since date)
    language sql stable set search_path = pg_catalog as
$$
with spell as (
    select *, lead(day, 1, 'infinity') over (partition by case_id order by version) as until
    from views.standing_fact where recorded_at <= $2
), led as (
    select d.day, h.case_id
    from unnest($1) d (day) cross join lateral reports.holds_on(d.day, $2, $3) h
    where h.role = 'LEAD'
)
select d.day, s.event_id, greatest(s.day, (
    select max(gone.day)
    from views.hold_fact gone join views.hold_fact begun on begun.allocation = gone.allocation and begun.begins
    where gone.case_id = s.case_id and not gone.begins and begun.role = 'LEAD'
        and gone.day <= d.day and gone.recorded_at <= $2))
from unnest($1) d (day) join spell s on s.open and s.day <= d.day and s.until > d.day
where not exists (select from led where led.day = d.day and led.case_id = s.case_id)
$$;

revoke execute on function reports.holds_on, reports.unallocated_on from public;
grant execute on function reports.holds_on, reports.unallocated_on to ${app};

create function reports.caseload(keys text[], first date[], past date[], known timestamptz, now_known boolean)
    returns table (key text, allocations bigint, fte numeric, points numeric, headcount bigint, workers bigint,
        median numeric, ninetieth numeric, highest bigint, unallocated bigint, waiting numeric)
    language sql stable security definer set search_path = pg_catalog as
$$
with waiting as (
    select w.day, count(*) as cases,
        round(percentile_cont(0.5) within group (order by
            least(w.day, (least($4, now()) at time zone 'Europe/London')::date) - w.since)::numeric, 1) as days
    from reports.unallocated_on(
        array(select distinct past - 1 from unnest($3) p (past)), $4, $5) w
    group by w.day
)
select p.key, held.allocations, post.fte, held.points, post.headcount, held.workers,
    held.median, held.ninetieth, held.highest, coalesce(waiting.cases, 0), waiting.days
from unnest($1, $3) p (key, until)
cross join lateral (
    select coalesce(sum(cases), 0)::bigint as allocations, trim_scale(coalesce(sum(weight), 0)) as points,
        count(*) as workers, max(cases) as highest,
        round(percentile_cont(0.5) within group (order by cases)::numeric, 1) as median,
        round(percentile_cont(0.9) within group (order by cases)::numeric, 1) as ninetieth
    from (
        select count(*) as cases, sum(points) as weight
        from reports.holds_on(p.until - 1, $4, $5) group by worker) each) held
cross join lateral (
    select count(*) as headcount, trim_scale(coalesce(sum(fte), 0)) as fte
    from reports.contracts_on(p.until - 1, $4)) post
left join waiting on waiting.day = p.until - 1
$$;

create function reports.first_hold() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(day) from views.standing_fact
$$;

create view reports.caseload as
select c.key as month,
    c.allocations as numerator,
    c.fte as denominator,
    round(c.allocations / nullif(c.fte, 0), 1) as value,
    c.points,
    c.headcount,
    c.workers,
    c.median,
    c.ninetieth,
    c.highest,
    c.unallocated,
    c.waiting as waiting_days
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_hold()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.caseload(keys, first, past, 'infinity', true) c;

comment on view reports.caseload is
    'Open allocations for each full-time equivalent in post, as on the last day of a month, and how they are spread.';
comment on column reports.caseload.month is 'The month, as in 2026-10.';
comment on column reports.caseload.numerator is 'Open allocations, of leads and of those who work beside them.';
comment on column reports.caseload.denominator is 'Full-time equivalents in post.';
comment on column reports.caseload.value is 'Numerator for each one of denominator.';
comment on column reports.caseload.points is 'Workload points of the open allocations, where they were told.';
comment on column reports.caseload.headcount is 'Workers in post.';
comment on column reports.caseload.workers is 'Workers who hold at least one open allocation.';
comment on column reports.caseload.median is 'Open allocations of the worker in the middle of those.';
comment on column reports.caseload.ninetieth is 'Open allocations that nine in ten of those workers do not exceed.';
comment on column reports.caseload.highest is 'The most open allocations that one worker holds.';
comment on column reports.caseload.unallocated is 'Open cases that nobody leads.';
comment on column reports.caseload.waiting_days is
    'Days that the case in the middle of those has been without a lead, today at the latest.';
