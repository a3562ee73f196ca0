-- How near to children decisions were taken, for parts of a period with keys, from the first day up to the one past the
-- last, as known at a moment; grouped by nothing (''), 'kind' or 'tier'.
--
-- A decision belongs to the day it was taken. The front line is levels 0 and 1, and may take what its right, in force
-- when it was proposed, requires no more for. One taken against a rule is not counted but told apart, whatever its
-- right. Pending is what was proposed in the part, the front line may take, and nobody has taken yet.
set local check_function_bodies = off;
drop view if exists reports.front_line_decisions;
drop function if exists reports.decisions_of, reports.first_decision;

create function reports.decisions_of(keys text[], first date[], past date[], known timestamptz, grouped_by text)
    returns table (key text, grp text, allowed bigint, front bigint, pending bigint, outside bigint,
        referred_up bigint, supported bigint, median_hours numeric, aged bigint, overturned bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), line as (
    select p.key, t.kind, t.tier, 'taken' as what, t.allowed and not t.outside as allowed, t.front, t.outside,
        t.referred_up, t.supported, t.hours,
        t.day <= (least($4, now()) at time zone 'Europe/London')::date - 90 as aged,
        exists (
            select from views.overturn_fact o where o.decision = t.decision and o.recorded_at <= $4) as overturned
    from part p join views.decision_fact t on t.day >= p.since and t.day < p.until and t.recorded_at <= $4
    where t.allowed or t.outside
    union all
    select p.key, d.kind, d.tier, 'pending', false, false, false, false, false, null, false, false
    from part p join views.proposal_fact d on d.day >= p.since and d.day < p.until and d.recorded_at <= $4
    where not exists (
        select from views.decision_fact t where t.decision = d.decision and t.recorded_at <= $4)
), grouped as (
    select l.*, g.grp
    from line l
    cross join lateral (
        select '' as grp
        union all
        select case $5 when 'kind' then l.kind when 'tier' then l.tier end where $5 <> '') g
), every as (
    select key, '' as grp from part
    union
    select key, grp from grouped
)
select e.key, e.grp,
    count(*) filter (where g.allowed) as allowed,
    count(*) filter (where g.allowed and g.front) as front,
    count(*) filter (where g.what = 'pending') as pending,
    count(*) filter (where g.outside) as outside,
    count(*) filter (where g.allowed and g.referred_up) as referred_up,
    count(*) filter (where g.allowed and g.supported) as supported,
    round((percentile_cont(0.5) within group (order by g.hours) filter (where g.allowed))::numeric, 1) as median_hours,
    count(*) filter (where g.allowed and g.front and g.aged) as aged,
    count(*) filter (where g.allowed and g.front and g.aged and g.overturned) as overturned
from every e left join grouped g on g.key = e.key and g.grp = e.grp
group by e.key, e.grp
$$;

create function reports.first_decision() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select least((select min(day) from views.decision_fact), (select min(day) from views.proposal_fact))
$$;

create view reports.front_line_decisions as
select d.key as month,
    d.front as numerator,
    d.allowed as denominator,
    round(100.0 * d.front / nullif(d.allowed, 0), 1) as value,
    d.pending,
    d.outside as outside_rule,
    d.referred_up,
    round(100.0 * d.referred_up / nullif(d.allowed, 0), 1) as referred_up_value,
    d.supported,
    round(100.0 * d.supported / nullif(d.allowed, 0), 1) as supported_value,
    d.median_hours,
    d.aged,
    d.overturned,
    round(100.0 * d.overturned / nullif(d.aged, 0), 1) as overturned_value
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_decision()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.decisions_of(keys, first, past, 'infinity', '') d;

comment on function reports.decisions_of is
    'How near to children the decisions of each part were taken; grouped by nothing (''''), kind or tier.';
comment on view reports.front_line_decisions is
    'Of the decisions taken in a month that the front line may take, those it took.';
comment on column reports.front_line_decisions.month is 'The month they were taken in, as in 2026-10.';
comment on column reports.front_line_decisions.numerator is 'Decisions taken at level 0 or 1.';
comment on column reports.front_line_decisions.denominator is
    'Decisions taken whose right allows level 0 or 1; without those taken against a rule.';
comment on column reports.front_line_decisions.value is 'Numerator of denominator in per cent.';
comment on column reports.front_line_decisions.pending is
    'Decisions proposed in the month that the front line may take and nobody has taken yet.';
comment on column reports.front_line_decisions.outside_rule is 'Decisions taken against a rule, whatever their right.';
comment on column reports.front_line_decisions.referred_up is 'Of the denominator, those referred up, be they returned.';
comment on column reports.front_line_decisions.referred_up_value is 'Referred up of denominator in per cent.';
comment on column reports.front_line_decisions.supported is 'Of the denominator, those that somebody else supported.';
comment on column reports.front_line_decisions.supported_value is 'Supported of denominator in per cent.';
comment on column reports.front_line_decisions.median_hours is
    'Median hours from proposing to taking the decisions of the denominator.';
comment on column reports.front_line_decisions.aged is 'Of the numerator, those taken at least 90 days ago.';
comment on column reports.front_line_decisions.overturned is 'Of the aged, those overturned since.';
comment on column reports.front_line_decisions.overturned_value is 'Overturned of aged in per cent.';
