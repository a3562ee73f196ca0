create table vacancy_fact (
    event_id    uuid primary key,
    vacancy     uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on vacancy_fact (vacancy, version);

create table criterion_fact (
    event_id    uuid not null,
    criterion   text not null,
    vacancy     uuid not null,
    version     bigint not null,
    weight      integer not null,
    recorded_at timestamptz not null,
    primary key (event_id, criterion)
);
create index on criterion_fact (vacancy, version);

create table application_fact (
    event_id    uuid primary key,
    application uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    vacancy     uuid,
    starts_on   date,
    early_start boolean,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on application_fact (application, version);
create index on application_fact (day) where type = 'application-started';
create index on application_fact (starts_on) where starts_on is not null;

create table score_fact (
    event_id    uuid primary key,
    application uuid not null,
    type        text not null,
    version     bigint not null,
    assessor    uuid,
    criterion   text,
    score       integer,
    recorded_at timestamptz not null
);
create index on score_fact (application, version);

create table check_fact (
    event_id    uuid not null,
    kind        text not null,
    application uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    good        boolean not null,
    valid_until date,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (event_id, kind)
);
create index on check_fact (application, version);
