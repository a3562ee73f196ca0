-- How soon referrals were triaged, by the day or month they were due in, as known at a moment.
set local check_function_bodies = off;
drop view if exists reports.referral_timeliness;
drop function if exists reports.triage_by_months, reports.triage_by_facts;

-- From the monthly rollups.
create function reports.triage_by_months(first date, past date)
    returns table (day date, due bigint, decided bigint, in_time bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
select month, due, decided, in_time from views.triage_month where month >= $1 and month < $2
$$;

-- From the facts: for any days, and as known at any moment.
create function reports.triage_by_facts(first date, past date, known timestamptz)
    returns table (day date, due bigint, decided bigint, in_time bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
select due_on, sum(due), sum(decided), sum(in_time)
from views.triage_fact
where due_on >= $1 and due_on < $2 and recorded_at <= $3
group by due_on
$$;

create view reports.referral_timeliness as
select to_char(day, 'YYYY-MM') as month,
    in_time as numerator,
    due as denominator,
    round(100.0 * in_time / nullif(due, 0), 1) as value,
    due - decided as undecided
from reports.triage_by_months('-infinity', 'infinity');

comment on view reports.referral_timeliness is
    'Of the referrals whose next action was due in a month, those triaged within one working day of being received.';
comment on column reports.referral_timeliness.month is 'The month the next action was due in, as in 2026-10.';
comment on column reports.referral_timeliness.numerator is 'Referrals triaged by the day they were due.';
comment on column reports.referral_timeliness.denominator is 'Referrals due in the month, decided or not.';
comment on column reports.referral_timeliness.value is 'Numerator of denominator in per cent.';
comment on column reports.referral_timeliness.undecided is 'Referrals due in the month and not yet decided on.';
