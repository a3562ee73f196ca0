-- How those who started were let start, by their first day: for parts of a period with keys, from the first day up to
-- the one past the last, as known at a moment.
--
-- A check is in where the last word on it up to the first day is that it is verified, and it counts on that day;
-- references are in where two of them support the hire. An early start is covered where the last assessment was
-- approved by the first day and names every check that was open. Where the offer names no checks, recruitment's own
-- word on the hire stands.
set local check_function_bodies = off;
drop view if exists reports.safe_starts;
drop function if exists reports.safe_starts, reports.starts_judged, reports.first_start;

-- A row for each start, so for the report's own functions only. The verdict is named as the column that counts it.
create function reports.starts_judged(first date, past date, known timestamptz)
    returns table (event_id uuid, application uuid, starts_on date, verdict text)
    language sql stable set search_path = pg_catalog as
$$
with start as (
    select event_id, application, version, starts_on, early_start
    from views.application_fact
    where type = 'hire-confirmed' and starts_on >= $1 and starts_on < $2 and recorded_at <= $3
), assessed as (
    select s.application, max(c.version) as version
    from start s join views.check_fact c
        on c.application = s.application and c.type = 'early-start-assessed' and c.version < s.version
    where c.recorded_at <= $3
    group by s.application
), approved as (
    select a.application, a.version
    from start s join assessed a using (application)
    where exists (
        select from views.application_fact f
        where f.application = s.application and f.type = 'early-start-approved' and f.version > a.version
            and f.day <= s.starts_on and f.recorded_at <= $3)
), mandatory as (
    select s.application,
        case when c.kind = 'REFERENCE' then (
            select count(*) >= 2 from views.check_fact r
            where r.application = s.application and r.type = 'reference-received' and r.good
                and r.day <= s.starts_on and r.recorded_at <= $3)
        else coalesce((
            select k.good and coalesce(k.valid_until, 'infinity') >= s.starts_on from views.check_fact k
            where k.application = s.application and k.kind = c.kind
                and k.type in ('check-verified', 'check-failed', 'hire-confirmed')
                and k.day <= s.starts_on and k.recorded_at <= $3
            order by k.version desc limit 1), false) end as met,
        exists (
            select from approved a join views.check_fact o using (application, version)
            where a.application = s.application and o.kind = c.kind and o.recorded_at <= $3) as covered
    from start s join views.check_fact c on c.application = s.application and c.type = 'offer-made'
    where c.recorded_at <= $3
), judged as (
    select application, bool_and(met) as met, bool_and(met or covered) as covered
    from mandatory group by application
)
select s.event_id, s.application, s.starts_on, case
    when coalesce(j.met, not s.early_start) then 'numerator'
    when a.application is not null and coalesce(j.covered, true) then 'early'
    else 'neither' end
from start s
left join judged j using (application)
left join approved a using (application)
$$;

revoke execute on function reports.starts_judged from public;
grant execute on function reports.starts_judged to ${app};

create function reports.safe_starts(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, starts bigint, verified bigint, early bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
select p.key, judged.*
from unnest($1, $2, $3) p (key, since, until)
cross join lateral (
    select count(*), count(*) filter (where verdict = 'numerator'), count(*) filter (where verdict = 'early')
    from reports.starts_judged(p.since, p.until, $4)) judged
$$;

create function reports.first_start() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(starts_on) from views.application_fact
$$;

create view reports.safe_starts as
select s.key as month,
    s.verified as numerator,
    s.starts as denominator,
    round(100.0 * s.verified / nullif(s.starts, 0), 1) as value,
    s.early,
    round(100.0 * s.early / nullif(s.starts, 0), 1) as early_share,
    s.starts - s.verified - s.early as neither,
    round(100.0 * (s.starts - s.verified - s.early) / nullif(s.starts, 0), 1) as neither_share
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_start()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.safe_starts(keys, first, past, 'infinity') s;

comment on view reports.safe_starts is
    'Of those whose first day was in a month, those with every mandatory check verified first; any neither is an incident.';
comment on column reports.safe_starts.month is 'The month of the first day, as in 2026-10.';
comment on column reports.safe_starts.numerator is 'Starts with every mandatory check verified by the first day.';
comment on column reports.safe_starts.denominator is 'Starts: hires confirmed, by their first day.';
comment on column reports.safe_starts.value is 'Numerator of denominator in per cent.';
comment on column reports.safe_starts.early is
    'Starts with a check open, under an early-start assessment that was approved and covers it.';
comment on column reports.safe_starts.early_share is 'Early of denominator in per cent.';
comment on column reports.safe_starts.neither is 'Starts that were neither: each is an incident.';
comment on column reports.safe_starts.neither_share is 'Neither of denominator in per cent.';
