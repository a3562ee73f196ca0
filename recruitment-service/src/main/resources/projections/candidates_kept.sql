create table candidates_kept (
    candidate  uuid primary key,
    kept_until date    not null,
    erasing    boolean not null
);

create table candidates_kept_applications (
    application uuid primary key,
    candidate   uuid    not null,
    vacancy     uuid    not null,
    kept_until  date,
    hired       boolean not null
);
create index candidates_kept_applications_candidate on candidates_kept_applications (candidate);

-- Whoever was asked about a candidate is erased with them.
create table candidates_kept_references (
    reference   uuid primary key,
    application uuid not null
);
create index candidates_kept_references_application on candidates_kept_references (application);

-- Filled or cancelled: whoever was not hired is not going to be.
create table candidates_kept_vacancies (
    vacancy    uuid primary key,
    kept_until date not null
);

-- Those that last.
create table candidates_kept_holds (
    hold      uuid primary key,
    candidate uuid not null
);
create index candidates_kept_holds_candidate on candidates_kept_holds (candidate);

create table candidates_kept_service_holds (
    hold uuid primary key
);

create table candidates_erasing (
    stream_id text primary key,
    due_at    timestamptz not null
);

create view candidates_standing as
select c.candidate,
       exists (select from candidates_kept_holds h where h.candidate = c.candidate) as held,
       exists (select from candidates_kept_service_holds) as service_held,
       -- One who never applied has one row here, of nothing.
       coalesce(bool_or(a.application is not null and not a.hired and a.kept_until is null and v.kept_until is null),
                false) as running,
       coalesce(bool_or(a.hired), false) as hired,
       greatest(c.kept_until, max(coalesce(a.kept_until, v.kept_until))) as kept_until,
       c.erasing
from candidates_kept c
left join candidates_kept_applications a on a.candidate = c.candidate
left join candidates_kept_vacancies v on v.vacancy = a.vacancy
group by c.candidate, c.kept_until, c.erasing;

-- Whom nothing keeps. The day is one of Wales.
create view candidates_free as
select 'candidate/' || candidate as stream_id,
       kept_until::timestamp at time zone 'Europe/London' as due_at
from candidates_standing
where not (held or service_held or running or hired or erasing);
