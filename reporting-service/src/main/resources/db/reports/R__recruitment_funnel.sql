-- What became of applications, by when they were started: for parts of a period with keys, from the first day up to the
-- one past the last, as known at a moment.
--
-- A stage counts every application that ever came to it. The score of a hire is what its criteria came to, as moderated
-- or else in the mean of those who were not recused, weighted as the vacancy says. Who was hired stayed for six months
-- where the worker made of the hire had not left by the day six months after the first; until that day is past, and
-- until staff-service has said who the worker is, nobody knows.
set local check_function_bodies = off;
drop view if exists reports.recruitment_funnel;
drop function if exists reports.recruitment_funnel, reports.applications_started, reports.scored,
    reports.first_application;

-- What the hires among some applications scored, 0 to 5 to two decimals.
create function reports.scored(applications uuid[], known timestamptz)
    returns table (application uuid, score numeric)
    language sql stable set search_path = pg_catalog as
$$
with given as (
    select distinct on (application, criterion, assessor) application, criterion, score
    from views.score_fact s
    where type = 'criterion-scored' and application = any($1) and recorded_at <= $2
        and not exists (
            select from views.score_fact r
            where r.application = s.application and r.assessor = s.assessor and r.type = 'assessor-recused'
                and r.recorded_at <= $2)
    order by application, criterion, assessor, version desc
), moderated as (
    select distinct on (application, criterion) application, criterion, score
    from views.score_fact
    where type = 'score-moderated' and application = any($1) and recorded_at <= $2
    order by application, criterion, version desc
), result as (
    select application, criterion, coalesce(m.score, g.mean) as score
    from (select application, criterion, round(avg(score), 2) as mean from given group by 1, 2) g
    full join moderated m using (application, criterion)
)
select r.application, round(sum(r.score * coalesce(w.weight, 1)) / nullif(sum(coalesce(w.weight, 1)), 0), 2)
from result r
left join lateral (
    select c.weight
    from views.application_fact a
    join views.criterion_fact c on c.vacancy = a.vacancy and c.criterion = r.criterion and c.recorded_at <= $2
    where a.application = r.application and a.type = 'application-started'
    order by c.version desc limit 1) w on true
group by r.application
$$;

-- A row for each application, so for the report's own functions only. `stage` is how far it is, or that it has ended;
-- `kept6` and `kept12` are null until it can be told.
create function reports.applications_started(first date, past date, known timestamptz)
    returns table (application uuid, submitted boolean, shortlisted boolean, interviewed boolean, offered boolean,
        accepted boolean, hired boolean, stage text, days_to_start integer, score numeric, kept6 boolean,
        kept12 boolean)
    language sql stable set search_path = pg_catalog as
$$
with cohort as (
    select application, vacancy from views.application_fact
    where type = 'application-started' and day >= $1 and day < $2 and recorded_at <= $3
), told as (
    select c.application, c.vacancy,
        bool_or(type = 'application-submitted') as submitted,
        bool_or(type = 'shortlisted') as shortlisted,
        bool_or(type = 'interview-held') as interviewed,
        bool_or(type = 'offer-made') as offered,
        bool_or(type = 'offer-accepted') as accepted,
        bool_or(type = 'hire-confirmed') as hired,
        (array_agg(type order by version desc))[1] as latest,
        max(f.starts_on) as starts_on
    from cohort c join views.application_fact f using (application)
    where f.type <> 'early-start-approved' and f.recorded_at <= $3
    group by c.application, c.vacancy
), approved as (
    select vacancy, min(day) as day from views.vacancy_fact
    where type = 'vacancy-approved' and recorded_at <= $3
    group by vacancy
), stayed as (
    select t.application, t.starts_on, (
        select min(gone.valid_from) from views.contract_fact gone
        where gone.worker = joined.worker and gone.type = 'worker-left' and gone.version > joined.version
            and gone.recorded_at <= $3) as gone
    from told t
    join views.contract_fact joined on joined.application = t.application and joined.type = 'worker-joined'
    where t.hired and joined.recorded_at <= $3
), kept as (
    select application,
        bool_and(coalesce(gone, 'infinity') > starts_on + interval '6 months')
            filter (where starts_on + interval '6 months' <= today) as kept6,
        bool_and(coalesce(gone, 'infinity') > starts_on + interval '12 months')
            filter (where starts_on + interval '12 months' <= today) as kept12
    from stayed
    cross join (select (least($3, now()) at time zone 'Europe/London')::date as today) known
    group by application
)
select t.application, t.submitted, t.shortlisted, t.interviewed, t.offered, t.accepted, t.hired,
    case t.latest
        when 'application-started' then 'started'
        when 'application-submitted' then 'submitted'
        when 'shortlisted' then 'shortlisted'
        when 'interview-held' then 'interviewed'
        when 'offer-made' then 'offered'
        when 'offer-accepted' then 'accepted'
        when 'hire-confirmed' then 'hired'
        else 'ended' end,
    t.starts_on - a.day, s.score, k.kept6, k.kept12
from told t
left join approved a using (vacancy)
left join reports.scored(array(select application from told where hired), $3) s using (application)
left join kept k using (application)
$$;

revoke execute on function reports.applications_started, reports.scored from public;
grant execute on function reports.applications_started, reports.scored to ${app};

create function reports.recruitment_funnel(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, started bigint, submitted bigint, shortlisted bigint, interviewed bigint, offered bigint,
        accepted bigint, hired bigint, now_started bigint, now_submitted bigint, now_shortlisted bigint,
        now_interviewed bigint, now_offered bigint, now_accepted bigint, ended bigint, days_to_start numeric,
        kept6 bigint, due6 bigint, kept12 bigint, due12 bigint,
        kept6_high bigint, due6_high bigint, kept12_high bigint, due12_high bigint,
        kept6_low bigint, due6_low bigint, kept12_low bigint, due12_low bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
select p.key, cohort.*
from unnest($1, $2, $3) p (key, since, until)
cross join lateral (
    select count(*),
        count(*) filter (where submitted),
        count(*) filter (where shortlisted),
        count(*) filter (where interviewed),
        count(*) filter (where offered),
        count(*) filter (where accepted),
        count(*) filter (where hired),
        count(*) filter (where stage = 'started'),
        count(*) filter (where stage = 'submitted'),
        count(*) filter (where stage = 'shortlisted'),
        count(*) filter (where stage = 'interviewed'),
        count(*) filter (where stage = 'offered'),
        count(*) filter (where stage = 'accepted'),
        count(*) filter (where stage = 'ended'),
        round((percentile_cont(0.5) within group (order by days_to_start))::numeric, 1),
        count(*) filter (where kept6), count(kept6), count(*) filter (where kept12), count(kept12),
        count(*) filter (where kept6 and score >= 4), count(kept6) filter (where score >= 4),
        count(*) filter (where kept12 and score >= 4), count(kept12) filter (where score >= 4),
        count(*) filter (where kept6 and score < 4), count(kept6) filter (where score < 4),
        count(*) filter (where kept12 and score < 4), count(kept12) filter (where score < 4)
    from reports.applications_started(p.since, p.until, $4)) cohort
$$;

create function reports.first_application() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(day) from views.application_fact where type = 'application-started'
$$;

create view reports.recruitment_funnel as
select c.key as month,
    c.hired as numerator,
    c.started as denominator,
    round(100.0 * c.hired / nullif(c.started, 0), 1) as value,
    c.submitted,
    round(100.0 * c.submitted / nullif(c.started, 0), 1) as submitted_share,
    c.shortlisted,
    round(100.0 * c.shortlisted / nullif(c.submitted, 0), 1) as shortlisted_share,
    c.interviewed,
    round(100.0 * c.interviewed / nullif(c.shortlisted, 0), 1) as interviewed_share,
    c.offered,
    round(100.0 * c.offered / nullif(c.interviewed, 0), 1) as offered_share,
    c.accepted,
    round(100.0 * c.accepted / nullif(c.offered, 0), 1) as accepted_share,
    round(100.0 * c.hired / nullif(c.accepted, 0), 1) as hired_share,
    c.now_started,
    c.now_submitted,
    c.now_shortlisted,
    c.now_interviewed,
    c.now_offered,
    c.now_accepted,
    c.ended,
    c.days_to_start,
    c.kept6,
    c.due6,
    round(100.0 * c.kept6 / nullif(c.due6, 0), 1) as kept6_share,
    c.kept12,
    c.due12,
    round(100.0 * c.kept12 / nullif(c.due12, 0), 1) as kept12_share,
    c.kept6_high,
    c.due6_high,
    round(100.0 * c.kept6_high / nullif(c.due6_high, 0), 1) as kept6_high_share,
    c.kept12_high,
    c.due12_high,
    round(100.0 * c.kept12_high / nullif(c.due12_high, 0), 1) as kept12_high_share,
    c.kept6_low,
    c.due6_low,
    round(100.0 * c.kept6_low / nullif(c.due6_low, 0), 1) as kept6_low_share,
    c.kept12_low,
    c.due12_low,
    round(100.0 * c.kept12_low / nullif(c.due12_low, 0), 1) as kept12_low_share
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(
        date_trunc('month', reports.first_application()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.recruitment_funnel(keys, first, past, 'infinity') c;

comment on view reports.recruitment_funnel is
    'Of the applications started in a month, those that came to a hire, stage by stage, and whether those hired stayed.';
comment on column reports.recruitment_funnel.month is 'The month the applications were started in, as in 2026-10.';
comment on column reports.recruitment_funnel.numerator is 'Applications that came to a confirmed hire.';
comment on column reports.recruitment_funnel.denominator is 'Applications started in the month.';
comment on column reports.recruitment_funnel.value is 'Numerator of denominator in per cent.';
comment on column reports.recruitment_funnel.submitted is 'Applications handed in, whatever came after.';
comment on column reports.recruitment_funnel.submitted_share is 'Submitted of denominator in per cent.';
comment on column reports.recruitment_funnel.shortlisted is 'Applications shortlisted, whatever came after.';
comment on column reports.recruitment_funnel.shortlisted_share is 'Shortlisted of submitted in per cent.';
comment on column reports.recruitment_funnel.interviewed is 'Candidates interviewed, whatever came after.';
comment on column reports.recruitment_funnel.interviewed_share is 'Interviewed of shortlisted in per cent.';
comment on column reports.recruitment_funnel.offered is 'Candidates offered the post, whatever came after.';
comment on column reports.recruitment_funnel.offered_share is 'Offered of interviewed in per cent.';
comment on column reports.recruitment_funnel.accepted is 'Offers accepted, whatever came after.';
comment on column reports.recruitment_funnel.accepted_share is 'Accepted of offered in per cent.';
comment on column reports.recruitment_funnel.hired_share is 'Numerator of accepted in per cent.';
comment on column reports.recruitment_funnel.now_started is 'Applications now started and not handed in.';
comment on column reports.recruitment_funnel.now_submitted is 'Applications now handed in and not shortlisted.';
comment on column reports.recruitment_funnel.now_shortlisted is 'Applications now shortlisted and not interviewed.';
comment on column reports.recruitment_funnel.now_interviewed is
    'Applications now interviewed and not offered the post.';
comment on column reports.recruitment_funnel.now_offered is 'Applications now offered the post and without an answer.';
comment on column reports.recruitment_funnel.now_accepted is 'Applications now accepted and not hired.';
comment on column reports.recruitment_funnel.ended is
    'Applications that ended without a hire: not shortlisted, withdrawn, offer declined or withdrawn.';
comment on column reports.recruitment_funnel.days_to_start is
    'Days from the approval of the vacancy to the first day at work, of the hire in the middle.';
comment on column reports.recruitment_funnel.kept6 is 'Hires who had not left six months after their first day.';
comment on column reports.recruitment_funnel.due6 is 'Hires whose six months are over.';
comment on column reports.recruitment_funnel.kept6_share is 'Kept of due in per cent.';
comment on column reports.recruitment_funnel.kept12 is 'Hires who had not left twelve months after their first day.';
comment on column reports.recruitment_funnel.due12 is 'Hires whose twelve months are over.';
comment on column reports.recruitment_funnel.kept12_share is 'Kept of due in per cent.';
comment on column reports.recruitment_funnel.kept6_high is
    'Hires with a score of 4 or more who had not left six months after their first day.';
comment on column reports.recruitment_funnel.due6_high is 'Hires with a score of 4 or more whose six months are over.';
comment on column reports.recruitment_funnel.kept6_high_share is 'Kept of due in per cent, with a score of 4 or more.';
comment on column reports.recruitment_funnel.kept12_high is
    'Hires with a score of 4 or more who had not left twelve months after their first day.';
comment on column reports.recruitment_funnel.due12_high is
    'Hires with a score of 4 or more whose twelve months are over.';
comment on column reports.recruitment_funnel.kept12_high_share is 'Kept of due in per cent, with a score of 4 or more.';
comment on column reports.recruitment_funnel.kept6_low is
    'Hires with a score under 4 who had not left six months after their first day.';
comment on column reports.recruitment_funnel.due6_low is 'Hires with a score under 4 whose six months are over.';
comment on column reports.recruitment_funnel.kept6_low_share is 'Kept of due in per cent, with a score under 4.';
comment on column reports.recruitment_funnel.kept12_low is
    'Hires with a score under 4 who had not left twelve months after their first day.';
comment on column reports.recruitment_funnel.due12_low is 'Hires with a score under 4 whose twelve months are over.';
comment on column reports.recruitment_funnel.kept12_low_share is 'Kept of due in per cent, with a score under 4.';
