-- Who held a post on a day, as known at a moment: a row for each worker, so for the reports' own functions only.
--
-- What is in force is what begins last up to the day. Whatever was told before a worker left, and for a time after,
-- does not come to pass. A student on placement holds no post.
set local check_function_bodies = off;
drop function if exists reports.contracts_on;

create function reports.contracts_on(day date, known timestamptz)
    returns table (event_id uuid, type text, stream text, version bigint, occurred_at timestamptz,
        recorded_at timestamptz, worker uuid, fte numeric, agency boolean)
    language sql stable set search_path = pg_catalog as
$$
select c.event_id, c.type, c.stream, c.version, c.occurred_at, c.recorded_at, c.worker, c.fte, joined.agency
from (
    select distinct on (worker) *
    from views.contract_fact told
    where told.recorded_at <= $2 and told.valid_from <= $1
        and not exists (
            select from views.contract_fact gone
            where gone.worker = told.worker and gone.type = 'worker-left' and gone.version > told.version
                and gone.valid_from <= told.valid_from and gone.recorded_at <= $2)
    order by worker, valid_from desc, version desc) c
cross join lateral (
    select agency, placement from views.contract_fact j
    where j.worker = c.worker and j.type = 'worker-joined' and j.version <= c.version
    order by j.version desc limit 1) joined
where c.fte > 0 and not joined.placement
$$;

revoke execute on function reports.contracts_on from public;
grant execute on function reports.contracts_on to ${app};
