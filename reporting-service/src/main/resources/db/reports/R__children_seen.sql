-- How many children were seen, for parts of a period with keys, from the first day up to the one past the last, as
-- known at a moment.
--
-- Children are distinct within each part, so that the parts do not add up to the whole, and the whole is asked for as
-- a part of its own. A case is open from the day it opens to the day it closes, that day included. A child seen while
-- no case was open is not of those we work with, and is not counted.
set local check_function_bodies = off;
drop view if exists reports.children_seen;
drop function if exists reports.children_seen_by_months, reports.children_seen_by_facts, reports.first_case;

-- From the monthly rollups. A child's months are a row of bits, one for each month from the first part to the last, so
-- that a child is looked at once and not once for every month; and children whose months are alike are looked at
-- together. The months come from an array because the planner expects few of one: it then hashes them, and does not sort
-- every child's months to merge them with these.
create function reports.children_seen_by_months(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, children bigint, seen bigint, alone bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), span as (
    select since, until, months, repeat('0', months)::varbit as none
    from (
        select since, until, (12 * extract(year from length) + extract(month from length))::int as months
        from (select min(since) as since, max(until) as until, age(max(until), min(since)) as length from part)
    )
), month as materialized (
    select (since + n * interval '1 month')::date as month, set_bit(none, n, 1) as own, ~ none >> n as onward
    from span cross join lateral unnest(array(select generate_series(0, months - 1))) n
), level as (
    select child, month, change, sum(change::int) over (partition by child order by month) as open
    from views.held_month
), held as (
    -- Each turn, from no open case to some or back, flips all months from its own on.
    select child, bit_xor(coalesce(onward, ~ none)) as months
    from level cross join span left join month using (month)
    where (open > 0) <> (open - change > 0) and month < until
        and not exists (select from views.unborn_fact u where u.child = level.child and u.recorded_at <= $4)
    group by child
), seen as (
    select child, bit_or(own) as months, bit_or(own) filter (where alone > 0) as alone
    from views.seen_month join month using (month)
    group by child
), known as materialized (
    select held.months as held, coalesce(seen.months, none) as seen, coalesce(seen.alone, none) as alone,
        count(*) as children
    from held cross join span left join seen using (child)
    group by 1, 2, 3
)
select key,
    coalesce(sum(children), 0)::bigint as children,
    coalesce(sum(children) filter (where (seen & months) <> none), 0)::bigint as seen,
    coalesce(sum(children) filter (where (alone & months) <> none), 0)::bigint as alone
from (
    select key, bit_or(own) as months from part join month on month >= since and month < until group by key
) asked
cross join (select none from span) nothing
left join known on (held & months) <> none
group by key
$$;

-- From the facts: for any days, and as known at any moment.
create function reports.children_seen_by_facts(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, children bigint, seen bigint, alone bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), movement as (
    select child, open, day as since,
        lead(day) over (partition by case_id order by version) as until
    from views.case_fact where recorded_at <= $4
), held as (
    select distinct p.key, m.child
    from part p join movement m
        on m.open and m.since < p.until and (m.until is null or m.until >= p.since)
    where not exists (
        select from views.unborn_fact u where u.child = m.child and u.recorded_at <= $4)
),
seen as (
    select p.key, f.child, bool_or(f.alone) as alone
    from part p join views.seen_fact f on f.day >= p.since and f.day < p.until and f.recorded_at <= $4
    group by p.key, f.child
)
select p.key, count(h.child) as children, count(s.child) as seen,
    count(s.child) filter (where s.alone) as alone
from part p
left join held h on h.key = p.key
left join seen s on s.key = p.key and s.child = h.child
group by p.key
$$;

create function reports.first_case() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(day) from views.case_fact
$$;

create view reports.children_seen as
select c.key as month,
    c.seen as numerator,
    c.children as denominator,
    round(100.0 * c.seen / nullif(c.children, 0), 1) as value,
    c.alone,
    round(100.0 * c.alone / nullif(c.children, 0), 1) as alone_value
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_case()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.children_seen_by_months(keys, first, past, 'infinity') c;

comment on view reports.children_seen is
    'Of the born children with a case open on any day of a month, those seen in person in direct work, and seen alone.';
comment on column reports.children_seen.month is 'The month, as in 2026-10.';
comment on column reports.children_seen.numerator is 'Born children with an open case who were seen in person.';
comment on column reports.children_seen.denominator is 'Born children with a case open on any day of the month.';
comment on column reports.children_seen.value is 'Numerator of denominator in per cent.';
comment on column reports.children_seen.alone is 'Children of the numerator who were seen alone at least once.';
comment on column reports.children_seen.alone_value is 'Alone of denominator in per cent.';
