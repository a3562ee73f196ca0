-- How far ideas have come, by the day they were proposed, for parts of a period with keys, from the first day up to the
-- one past the last, as known at a moment.
--
-- An idea counts at every stage it has ever reached. It is decided when approved or declined: a deferred one waits. It
-- is better when its measure moved from the baseline towards the target; of one that was to stay as it was, the measure
-- is the same or worse. Ideas have measures of their own, so that only the way from baseline to target is compared.
set local check_function_bodies = off;
drop view if exists reports.ideas_to_benefit;
drop function if exists reports.ideas_by_months, reports.ideas_by_facts, reports.first_idea;

-- From the rollup: an idea and what it has come to.
create function reports.ideas_by_months(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, grp text, proposed bigint, drafted bigint, submitted bigint, decided bigint,
        approved bigint, implemented bigint, measured bigint, declined bigint, withdrawn bigint, merged bigint,
        better bigint, same bigint, achieved numeric)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
)
select p.key, '' as grp, count(i.proposed_on) as proposed,
    count(*) filter (where i.drafted) as drafted,
    count(*) filter (where i.submitted) as submitted,
    count(*) filter (where i.approved or i.declined) as decided,
    count(*) filter (where i.approved) as approved,
    count(*) filter (where i.implemented) as implemented,
    count(*) filter (where i.measured) as measured,
    count(*) filter (where i.declined) as declined,
    count(*) filter (where i.withdrawn) as withdrawn,
    count(*) filter (where i.merged) as merged,
    count(*) filter (where (i.value - i.baseline) * (i.target - i.baseline) > 0) as better,
    count(*) filter (where i.value = i.baseline) as same,
    round((percentile_cont(0.5) within group (
        order by (100 * (i.value - i.baseline) / nullif(i.target - i.baseline, 0))))::numeric, 1) as achieved
from part p left join views.idea_now i on i.proposed_on >= p.since and i.proposed_on < p.until
group by p.key
$$;

-- From the facts: for any days, and as known at any moment.
create function reports.ideas_by_facts(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, grp text, proposed bigint, drafted bigint, submitted bigint, decided bigint,
        approved bigint, implemented bigint, measured bigint, declined bigint, withdrawn bigint, merged bigint,
        better bigint, same bigint, achieved numeric)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), idea as (
    select min(proposed_on) as proposed_on,
        bool_or(step = 'DRAFTED') as drafted, bool_or(step = 'SUBMITTED') as submitted,
        bool_or(step = 'APPROVED') as approved, bool_or(step = 'DECLINED') as declined,
        bool_or(step = 'IMPLEMENTED') as implemented, bool_or(step = 'MEASURED') as measured,
        bool_or(step = 'WITHDRAWN') as withdrawn, bool_or(step = 'MERGED') as merged,
        (array_agg(baseline order by version desc) filter (where step = 'MEASURED'))[1] as baseline,
        (array_agg(target order by version desc) filter (where step = 'MEASURED'))[1] as target,
        (array_agg(value order by version desc) filter (where step = 'MEASURED'))[1] as value
    from views.idea_fact
    where recorded_at <= $4
    group by idea
)
select p.key, '' as grp, count(i.proposed_on) as proposed,
    count(*) filter (where i.drafted) as drafted,
    count(*) filter (where i.submitted) as submitted,
    count(*) filter (where i.approved or i.declined) as decided,
    count(*) filter (where i.approved) as approved,
    count(*) filter (where i.implemented) as implemented,
    count(*) filter (where i.measured) as measured,
    count(*) filter (where i.declined) as declined,
    count(*) filter (where i.withdrawn) as withdrawn,
    count(*) filter (where i.merged) as merged,
    count(*) filter (where (i.value - i.baseline) * (i.target - i.baseline) > 0) as better,
    count(*) filter (where i.value = i.baseline) as same,
    round((percentile_cont(0.5) within group (
        order by (100 * (i.value - i.baseline) / nullif(i.target - i.baseline, 0))))::numeric, 1) as achieved
from part p left join idea i on i.proposed_on >= p.since and i.proposed_on < p.until
group by p.key
$$;

create function reports.first_idea() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(proposed_on) from views.idea_now
$$;

create view reports.ideas_to_benefit as
select i.key as month,
    i.measured as numerator,
    i.proposed as denominator,
    round(100.0 * i.measured / nullif(i.proposed, 0), 1) as value,
    i.drafted, i.submitted, i.decided, i.approved, i.implemented, i.declined, i.withdrawn, i.merged,
    i.proposed - i.measured - i.declined - i.withdrawn - i.merged as open,
    i.better, i.same, i.measured - i.better - i.same as worse, i.achieved
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_idea()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.ideas_by_months(keys, first, past, 'infinity') i;

comment on view reports.ideas_to_benefit is
    'How far the ideas proposed in a month have come, and what came of those whose benefit was measured.';
comment on column reports.ideas_to_benefit.month is 'The month they were proposed in, as in 2026-10.';
comment on column reports.ideas_to_benefit.numerator is 'Ideas whose benefit was measured.';
comment on column reports.ideas_to_benefit.denominator is 'Ideas proposed in the month.';
comment on column reports.ideas_to_benefit.value is 'Numerator of denominator in per cent.';
comment on column reports.ideas_to_benefit.drafted is 'Ideas that became a business case.';
comment on column reports.ideas_to_benefit.submitted is 'Ideas put up for decision.';
comment on column reports.ideas_to_benefit.decided is 'Ideas approved or declined; deferred ones are not decided.';
comment on column reports.ideas_to_benefit.approved is 'Ideas approved.';
comment on column reports.ideas_to_benefit.implemented is 'Ideas whose implementation was completed.';
comment on column reports.ideas_to_benefit.declined is 'Ideas declined.';
comment on column reports.ideas_to_benefit.withdrawn is 'Ideas withdrawn by who proposed them.';
comment on column reports.ideas_to_benefit.merged is 'Ideas that live on in another.';
comment on column reports.ideas_to_benefit.open is 'Ideas on their way: none of the above ends them, and no benefit is known.';
comment on column reports.ideas_to_benefit.better is 'Of the numerator: moved from the baseline towards the target.';
comment on column reports.ideas_to_benefit.same is 'Of the numerator: still at the baseline.';
comment on column reports.ideas_to_benefit.worse is 'Of the numerator: moved away from the target.';
comment on column reports.ideas_to_benefit.achieved is
    'Median of the way from baseline to target that was gone at the last measurement, in per cent; can be under zero.';
