-- What became of support needs, by when they were raised: for parts of a period with keys, from the first day up to the
-- one past the last, as known at a moment.
--
-- The last answer stands. A need that did not help and was sourced again is open again.
set local check_function_bodies = off;
drop view if exists reports.support_loop;
drop function if exists reports.support_loop, reports.needs_raised, reports.first_need;

-- A row for each need raised, so for the report's own functions only. What it is answered with is named as the column
-- that counts it; `sourced_at` and `answered_at` are versions of the need.
create function reports.needs_raised(first date, past date, known timestamptz)
    returns table (need uuid, raised_on date, sourced_on date, sourced_at bigint, answered_on date, answered_at bigint,
        answer text)
    language sql stable set search_path = pg_catalog as
$$
select raised.need, raised.day, sourced.day, sourced.version, last.day,
    case when last.answer <> 'open' then last.version end, coalesce(last.answer, 'open')
from views.need_fact raised
left join lateral (
    select day, version from views.need_fact f
    where f.need = raised.need and type = 'support-sourced' and recorded_at <= $3
    order by version limit 1) sourced on true
left join lateral (
    select day, version, case type
        when 'support-confirmed-useful' then 'numerator'
        when 'support-not-useful' then 'notUseful'
        when 'support-need-declined' then 'declined'
        else 'open' end as answer
    from views.need_fact f
    where f.need = raised.need and recorded_at <= $3
    order by version desc limit 1) last on true
where raised.type = 'support-need-raised' and raised.day >= $1 and raised.day < $2 and raised.recorded_at <= $3
$$;

revoke execute on function reports.needs_raised from public;
grant execute on function reports.needs_raised to ${app};

create function reports.support_loop(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, raised bigint, useful bigint, sourced bigint, open bigint, declined bigint,
        not_useful bigint, days_to_sourced numeric, days_to_useful numeric)
    language sql stable security definer set search_path = pg_catalog as
$$
select p.key, needs.*
from unnest($1, $2, $3) p (key, since, until)
cross join lateral (
    select count(*), count(*) filter (where answer = 'numerator'), count(sourced_on),
        count(*) filter (where answer = 'open'), count(*) filter (where answer = 'declined'),
        count(*) filter (where answer = 'notUseful'),
        round((percentile_cont(0.5) within group (order by sourced_on - raised_on))::numeric, 1),
        round((percentile_cont(0.5) within group (order by answered_on - raised_on)
            filter (where answer = 'numerator'))::numeric, 1)
    from reports.needs_raised(p.since, p.until, $4)) needs
$$;

create function reports.first_need() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(day) from views.need_fact
$$;

create view reports.support_loop as
select n.key as month,
    n.useful as numerator,
    n.raised as denominator,
    round(100.0 * n.useful / nullif(n.raised, 0), 1) as value,
    n.sourced,
    n.days_to_sourced,
    n.days_to_useful,
    n.open,
    n.declined,
    n.not_useful
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_need()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.support_loop(keys, first, past, 'infinity') n;

comment on view reports.support_loop is
    'Of the support needs raised in a month, those that whoever raised them found useful; open ones apart.';
comment on column reports.support_loop.month is 'The month the needs were raised in, as in 2026-10.';
comment on column reports.support_loop.numerator is 'Needs whose raiser confirmed that what came was useful.';
comment on column reports.support_loop.denominator is 'Needs raised in the month.';
comment on column reports.support_loop.value is 'Numerator of denominator in per cent.';
comment on column reports.support_loop.sourced is 'Needs for which something was found, whatever became of it.';
comment on column reports.support_loop.days_to_sourced is
    'Days from raising to the first thing found, of the need in the middle of those sourced.';
comment on column reports.support_loop.days_to_useful is
    'Days from raising to the confirmation, of the need in the middle of the numerator.';
comment on column reports.support_loop.open is 'Needs that are neither judged nor declined.';
comment on column reports.support_loop.declined is 'Needs that were declined, with a reason the raiser sees.';
comment on column reports.support_loop.not_useful is 'Needs whose raiser said that what came was not useful.';
