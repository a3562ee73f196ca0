create table candidates_kept (
    candidate  uuid primary key,
    kept_until date    not null,
    erasing    boolean not null
);

create table candidates_kept_applications (
    application uuid primary key,
    candidate   uuid    not null,
    kept_until  date,
    hired       boolean not null
);
create index candidates_kept_applications_candidate on candidates_kept_applications (candidate);

create table candidates_erasing (
    stream_id text primary key,
    due_at    timestamptz not null
);

-- Whom nothing keeps: no application runs, none was hired, and the last day of all is over. The day is one of Wales.
create view candidates_free as
select 'candidate/' || c.candidate as stream_id,
       greatest(c.kept_until, max(a.kept_until))::timestamp at time zone 'Europe/London' as due_at
from candidates_kept c
left join candidates_kept_applications a on a.candidate = c.candidate
where not c.erasing
group by c.candidate, c.kept_until
having not coalesce(bool_or(a.hired), false)
   -- One who never applied has one row here, of nothing.
   and bool_and(a.application is null or a.kept_until is not null);
