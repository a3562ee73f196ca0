create table checks (
    application uuid not null,
    kind        text not null,
    state       text not null,
    issued_on   date,
    valid_until date,
    verifier    uuid,
    primary key (application, kind)
);
create index checks_valid_until on checks (valid_until, application, kind) where state = 'VERIFIED';

-- Whose they are: whoever looks at them is put on record.
create table checks_candidates (
    application uuid primary key,
    candidate   uuid not null
);

-- The last day counts: a check lapses when that day ends in Wales.
create view checks_lapsing as
select 'application/' || application as stream_id,
       min((valid_until + 1)::timestamp at time zone 'Europe/London') as due_at
from checks
where state = 'VERIFIED' and valid_until is not null
group by application;
