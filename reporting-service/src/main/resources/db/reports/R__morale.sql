-- What staff said of themselves in surveys, for parts of a period with keys, from the first day up to the one past the
-- last, as known at a moment.
--
-- A survey counts once its result is published, on the day it closed. Surveys of one part are pooled: an answer weighs
-- the same in each. What a survey held back, of fewer than five answers, is not here and adds to nothing. The trend is
-- the index less that of the last day before the part on which a survey closed.
set local check_function_bodies = off;
drop view if exists reports.morale;
drop function if exists reports.morale_of, reports.first_survey;

create function reports.morale_of(keys text[], first date[], past date[], known timestamptz)
    returns table (key text, grp text, surveys bigint, withheld bigint, points numeric, answers bigint, index numeric,
        trend numeric, enps numeric, enps_responses bigint, invited bigint, responses bigint, index_held boolean,
        enps_held boolean)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), published as (
    select p.survey, c.closed_on, p.invited, p.responses
    from views.survey_fact p join views.survey_fact c on c.survey = p.survey and c.type = 'survey-closed'
    where p.type = 'survey-result-published' and p.recorded_at <= $4 and c.recorded_at <= $4
), scored as (
    select p.survey, p.closed_on, p.responses,
        case when p.responses is not null then p.invited else 0 end as invited,
        coalesce(sum(f.value * f.responses) filter (where q.kind = 'SCALE'), 0) as hundredths,
        coalesce(sum(f.responses) filter (where q.kind = 'SCALE'), 0) as answers,
        coalesce(sum(f.value * f.responses) filter (where q.kind = 'RECOMMEND'), 0) as net,
        coalesce(sum(f.responses) filter (where q.kind = 'RECOMMEND'), 0) as net_answers,
        coalesce(bool_or(f.responses is null) filter (where q.kind = 'SCALE'), false) as index_held,
        coalesce(bool_or(f.responses is null) filter (where q.kind = 'RECOMMEND'), false) as enps_held
    from published p
    left join views.survey_figure f on f.survey = p.survey
    left join views.survey_question q on q.survey = f.survey and q.question = f.question
    group by p.survey, p.closed_on, p.responses, p.invited
), pooled as (
    select p.key, p.since, count(s.survey) as surveys,
        count(s.survey) filter (where s.responses is null) as withheld,
        coalesce(sum(s.hundredths), 0) as hundredths, coalesce(sum(s.answers), 0) as answers,
        coalesce(sum(s.net), 0) as net, coalesce(sum(s.net_answers), 0) as net_answers,
        coalesce(sum(s.invited), 0) as invited, coalesce(sum(s.responses), 0) as responses,
        coalesce(bool_or(s.index_held), false) as index_held, coalesce(bool_or(s.enps_held), false) as enps_held
    from part p left join scored s on s.closed_on >= p.since and s.closed_on < p.until
    group by p.key, p.since
)
select p.key, '' as grp, p.surveys, p.withheld, round(p.hundredths / 100, 1) as points, p.answers::bigint,
    round(p.hundredths / nullif(p.answers, 0), 1) as index,
    round(p.hundredths / nullif(p.answers, 0), 1) - before.index as trend,
    round(p.net / nullif(p.net_answers, 0), 1) as enps, p.net_answers::bigint as enps_responses,
    p.invited::bigint, p.responses::bigint, p.index_held, p.enps_held
from pooled p
left join lateral (
    select round(sum(s.hundredths) / sum(s.answers), 1) as index
    from scored s where s.closed_on < p.since and s.answers > 0
    group by s.closed_on order by s.closed_on desc limit 1) before on true
$$;

create function reports.first_survey() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select min(closed_on) from views.survey_fact
$$;

create view reports.morale as
select m.key as month,
    case when m.answers >= 5 then m.points end as numerator,
    case when m.answers >= 5 then m.answers end as denominator,
    case when m.answers >= 5 then m.index end as value,
    case when m.answers >= 5 then m.trend end as trend,
    case when m.enps_responses >= 5 then m.enps end as enps,
    case when m.enps_responses >= 5 then m.enps_responses end as enps_responses,
    case when m.responses >= 5 then m.responses end as responses,
    case when m.responses >= 5 then m.invited end as invited,
    case when m.responses >= 5 then round(100.0 * m.responses / nullif(m.invited, 0), 1) end as response_rate,
    m.surveys,
    m.withheld
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_survey()::timestamp), now()::timestamp, '1 month') month
) months
cross join lateral reports.morale_of(keys, first, past, 'infinity') m;

comment on function reports.morale_of is
    'What staff said of themselves in the published surveys that closed in each part, pooled over their answers.';
comment on view reports.morale is
    'What staff said of themselves in the published surveys that closed in a month; nothing of fewer than five.';
comment on column reports.morale.month is 'The month, as in 2026-10.';
comment on column reports.morale.numerator is 'What the answers to questions of agreement are worth, each from 0 to 1.';
comment on column reports.morale.denominator is 'Answers to questions of agreement.';
comment on column reports.morale.value is 'The index, from 0 to 100: numerator of denominator.';
comment on column reports.morale.trend is 'The index less that of the last survey before the month, in points.';
comment on column reports.morale.enps is
    'Those who would recommend working here less those who would not, in per cent of all: from -100 to 100.';
comment on column reports.morale.enps_responses is 'Answers to whether one would recommend working here.';
comment on column reports.morale.responses is 'Sheets handed in.';
comment on column reports.morale.invited is 'Staff who were asked, in the surveys whose responses are told.';
comment on column reports.morale.response_rate is 'Responses of invited in per cent.';
comment on column reports.morale.surveys is 'Surveys that closed in the month and were published.';
comment on column reports.morale.withheld is 'Of them, those that fewer than five answered: nothing is told of them.';
