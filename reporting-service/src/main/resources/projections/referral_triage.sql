create table triage_fact (
    event_id    uuid primary key,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    due_on      date not null,
    due         integer not null,
    decided     integer not null,
    in_time     integer not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on triage_fact (due_on);

create table triage_month (
    month   date primary key,
    due     bigint not null,
    decided bigint not null,
    in_time bigint not null
);
