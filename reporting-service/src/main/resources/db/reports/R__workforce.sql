-- Who is in post, of how many posts, for parts of a period with keys, from the first day up to the one past the last,
-- as known at a moment.
--
-- All but leavers is as on the last day of a part. Who leaves is counted on the last day worked.
set local check_function_bodies = off;
drop view if exists reports.workforce;
drop function if exists reports.workforce, reports.establishment_on, reports.vacancies_on, reports.leavers,
    reports.first_contract;

-- The posts that each role has in each team, as set last from a day up to this one.
create function reports.establishment_on(day date, known timestamptz)
    returns table (event_id uuid, type text, stream text, version bigint, occurred_at timestamptz,
        recorded_at timestamptz, fte numeric)
    language sql stable set search_path = pg_catalog as
$$
select distinct on (posts) event_id, type, stream, version, occurred_at, recorded_at, fte
from views.establishment_fact
where valid_from <= $1 and recorded_at <= $2
order by posts, valid_from desc, version desc
$$;

-- Approved, and neither filled nor cancelled by the end of that day.
create function reports.vacancies_on(day date, known timestamptz)
    returns table (event_id uuid, type text, stream text, version bigint, occurred_at timestamptz,
        recorded_at timestamptz)
    language sql stable set search_path = pg_catalog as
$$
select event_id, type, stream, version, occurred_at, recorded_at
from views.vacancy_fact approved
where type = 'vacancy-approved' and day <= $1 and recorded_at <= $2
    and not exists (
        select from views.vacancy_fact gone
        where gone.vacancy = approved.vacancy and gone.type <> 'vacancy-approved'
            and gone.day <= $1 and gone.recorded_at <= $2)
$$;

create function reports.leavers(first date, past date, known timestamptz)
    returns table (event_id uuid, type text, stream text, version bigint, occurred_at timestamptz,
        recorded_at timestamptz)
    language sql stable set search_path = pg_catalog as
$$
select event_id, type, stream, version, occurred_at, recorded_at
from views.contract_fact gone
where type = 'worker-left' and valid_from > $1 and valid_from <= $2 and recorded_at <= $3
    and not (
        select placement from views.contract_fact j
        where j.worker = gone.worker and j.type = 'worker-joined' and j.version < gone.version
        order by j.version desc limit 1)
$$;

revoke execute on function reports.establishment_on, reports.vacancies_on, reports.leavers from public;
grant execute on function reports.establishment_on, reports.vacancies_on, reports.leavers to ${app};

create function reports.workforce(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, fte numeric, establishment numeric, headcount bigint, leavers bigint, vacancies bigint,
        agency bigint, agency_fte numeric)
    language sql stable security definer set search_path = pg_catalog as
$$
select p.key, post.fte, posts.fte, post.headcount, gone.leavers, open.vacancies, post.agency, post.agency_fte
from unnest($1, $2, $3) p (key, since, until)
cross join lateral (
    select count(*) as headcount, trim_scale(coalesce(sum(fte), 0)) as fte,
        count(*) filter (where agency) as agency,
        trim_scale(coalesce(sum(fte) filter (where agency), 0)) as agency_fte
    from reports.contracts_on(p.until - 1, $4)) post
cross join lateral (
    select trim_scale(coalesce(sum(fte), 0)) as fte from reports.establishment_on(p.until - 1, $4)) posts
cross join lateral (select count(*) as leavers from reports.leavers(p.since, p.until, $4)) gone
cross join lateral (select count(*) as vacancies from reports.vacancies_on(p.until - 1, $4)) open
$$;

create function reports.first_contract() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(valid_from) from views.contract_fact
$$;

create view reports.workforce as
select w.key as month,
    w.fte as numerator,
    w.establishment as denominator,
    round(100 * w.fte / nullif(w.establishment, 0), 1) as value,
    w.headcount,
    w.leavers,
    w.vacancies,
    w.establishment - w.fte as vacant_fte,
    w.agency,
    w.agency_fte,
    round(100 * w.agency_fte / nullif(w.establishment, 0), 1) as agency_share
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(
        date_trunc('month', reports.first_contract()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.workforce(keys, first, past, 'infinity') w;

comment on view reports.workforce is
    'Who is in post, of the establishment, as on the last day of a month; leavers are those of the month.';
comment on column reports.workforce.month is 'The month, as in 2026-10.';
comment on column reports.workforce.numerator is 'Full-time equivalents in post, agency workers among them.';
comment on column reports.workforce.denominator is 'The establishment: full-time posts there are meant to be.';
comment on column reports.workforce.value is 'Numerator of denominator in per cent.';
comment on column reports.workforce.headcount is 'Workers in post, agency workers among them.';
comment on column reports.workforce.leavers is 'Workers whose last day was in the month.';
comment on column reports.workforce.vacancies is 'Vacancies approved, and neither filled nor cancelled.';
comment on column reports.workforce.vacant_fte is
    'Denominator less numerator: full-time posts that nobody is in; below nothing where more are in post.';
comment on column reports.workforce.agency is 'Workers in post through an agency.';
comment on column reports.workforce.agency_fte is 'Full-time equivalents in post through an agency.';
comment on column reports.workforce.agency_share is 'Agency full-time equivalents of denominator in per cent.';
