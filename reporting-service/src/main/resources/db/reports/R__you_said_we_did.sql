-- How what was said to the service was answered, for parts of a period with keys, from the first day up to the one past
-- the last, as known at a moment; grouped by nothing ('') or 'theme'.
--
-- An item belongs to the day its answer was due, 30 working days after it was said. Of its answers in time the last one
-- counts: it stood when the 30 days ended. Who felt heard is asked when a barrier is gone, belongs to the day it was
-- said, and is not told of fewer than five: the service alone sees those, and hides more where that is needed.
set local check_function_bodies = off;
drop view if exists reports.you_said_we_did;
drop function if exists reports.answers_by_months, reports.answers_by_facts, reports.first_voice, reports.last_voice;

-- From the rollups: an item as it stands, and the months' sums.
create function reports.answers_by_months(keys text[], first date[], past date[], known timestamptz, grouped_by text)
    returns table (key text, grp text, due bigint, we_did bigint, we_cannot bigint, late bigint, open bigint,
        asked bigint, heard bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), item as (
    select theme, due_on, answer from views.voice_item
), heard as (
    select p.key, sum(m.asked) as asked, sum(m.heard) as heard
    from part p join views.heard_month m on m.month >= p.since and m.month < p.until
    group by p.key
), grouped as (
    select p.key, g.grp, i.answer
    from part p join item i on i.due_on >= p.since and i.due_on < p.until
    cross join lateral (select '' as grp union all select i.theme where $5 = 'theme') g
), every as (
    select key, '' as grp from part
    union
    select key, grp from grouped
)
select e.key, e.grp, count(g.answer) as due,
    count(*) filter (where g.answer = 'WE_DID') as we_did,
    count(*) filter (where g.answer = 'WE_CANNOT') as we_cannot,
    count(*) filter (where g.answer = 'LATE') as late,
    count(*) filter (where g.answer = 'NONE') as open,
    case when e.grp = '' and (session_user = '${app}' or min(h.few) is null) then coalesce(min(h.asked), 0)::bigint end
        as asked,
    case when e.grp = '' and (session_user = '${app}' or min(h.few) is null) then coalesce(min(h.heard), 0)::bigint end
        as heard
from every e
left join grouped g on g.key = e.key and g.grp = e.grp
left join (
    select key, asked, heard,
        case when asked between 1 and 4 or heard between 1 and 4 or asked - heard between 1 and 4 then 1 end as few
    from heard) h on h.key = e.key and e.grp = ''
group by e.key, e.grp
$$;

-- From the facts: for any days, and as known at any moment.
create function reports.answers_by_facts(keys text[], first date[], past date[], known timestamptz, grouped_by text)
    returns table (key text, grp text, due bigint, we_did bigint, we_cannot bigint, late bigint, open bigint,
        asked bigint, heard bigint)
    language sql stable security definer set search_path = pg_catalog as
$$
with part as (
    select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
), item as (
    select said.theme, said.due_on,
        coalesce((
            select case
                    when not answer.in_time then 'LATE'
                    when answer.type = 'we-did-published' then 'WE_DID'
                    else 'WE_CANNOT' end
            from views.voice_fact answer
            where answer.item = said.item and answer.in_time is not null and answer.recorded_at <= $4
            order by answer.in_time desc, answer.version desc limit 1), 'NONE') as answer
    from views.voice_fact said
    where said.due_on is not null and said.recorded_at <= $4
), heard as (
    select p.key, count(*) as asked, count(*) filter (where f.heard) as heard
    from part p join views.heard_fact f on f.day >= p.since and f.day < p.until and f.recorded_at <= $4
    group by p.key
), grouped as (
    select p.key, g.grp, i.answer
    from part p join item i on i.due_on >= p.since and i.due_on < p.until
    cross join lateral (select '' as grp union all select i.theme where $5 = 'theme') g
), every as (
    select key, '' as grp from part
    union
    select key, grp from grouped
)
select e.key, e.grp, count(g.answer) as due,
    count(*) filter (where g.answer = 'WE_DID') as we_did,
    count(*) filter (where g.answer = 'WE_CANNOT') as we_cannot,
    count(*) filter (where g.answer = 'LATE') as late,
    count(*) filter (where g.answer = 'NONE') as open,
    case when e.grp = '' and (session_user = '${app}' or min(h.few) is null) then coalesce(min(h.asked), 0)::bigint end
        as asked,
    case when e.grp = '' and (session_user = '${app}' or min(h.few) is null) then coalesce(min(h.heard), 0)::bigint end
        as heard
from every e
left join grouped g on g.key = e.key and g.grp = e.grp
left join (
    select key, asked, heard,
        case when asked between 1 and 4 or heard between 1 and 4 or asked - heard between 1 and 4 then 1 end as few
    from heard) h on h.key = e.key and e.grp = ''
group by e.key, e.grp
$$;

create function reports.first_voice() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select least((select min(due_on) from views.voice_item), (select min(month) from views.heard_month))
$$;

create function reports.last_voice() returns date
    language sql stable security definer set search_path = pg_catalog as
$$
select greatest(now()::date, (select max(due_on) from views.voice_item))
$$;

create view reports.you_said_we_did as
select a.key as month,
    a.we_did + a.we_cannot as numerator,
    a.due as denominator,
    round(100.0 * (a.we_did + a.we_cannot) / nullif(a.due, 0), 1) as value,
    a.we_did, a.we_cannot, a.late, a.open,
    a.asked as confirmations,
    a.heard as felt_heard,
    round(100.0 * a.heard / nullif(a.asked, 0), 1) as felt_heard_value
from (
    select array_agg(to_char(month, 'YYYY-MM')) as keys, array_agg(month::date) as first,
        array_agg((month + interval '1 month')::date) as past
    from generate_series(date_trunc('month', reports.first_voice()::timestamp), reports.last_voice()::timestamp,
        '1 month') month
) months
cross join lateral reports.answers_by_months(keys, first, past, 'infinity', '') a;

comment on view reports.you_said_we_did is
    'Of what was said to the service and due for an answer in a month, what was answered within 30 working days.';
comment on column reports.you_said_we_did.month is 'The month the answer was due in, as in 2026-10.';
comment on column reports.you_said_we_did.numerator is 'Items answered within 30 working days: we did, or we cannot.';
comment on column reports.you_said_we_did.denominator is 'Items whose answer was due in the month, answered or not.';
comment on column reports.you_said_we_did.value is 'Numerator of denominator in per cent.';
comment on column reports.you_said_we_did.we_did is 'Of the numerator: we did.';
comment on column reports.you_said_we_did.we_cannot is 'Of the numerator: we cannot, with the reason.';
comment on column reports.you_said_we_did.late is 'Items answered after their 30 working days.';
comment on column reports.you_said_we_did.open is 'Items not answered yet.';
comment on column reports.you_said_we_did.confirmations is
    'Staff who in the month confirmed that a barrier is gone; empty where few said one thing.';
comment on column reports.you_said_we_did.felt_heard is 'Of the confirmations, those who felt heard; empty where few.';
comment on column reports.you_said_we_did.felt_heard_value is 'Felt heard of confirmations in per cent.';
