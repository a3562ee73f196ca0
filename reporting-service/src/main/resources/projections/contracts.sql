create table contract_fact (
    event_id    uuid primary key,
    worker      uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    valid_from  date not null,
    fte         numeric not null,
    agency      boolean,
    placement   boolean,
    application uuid,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on contract_fact (worker, valid_from, version);
create index on contract_fact (application) where application is not null;
create index on contract_fact (valid_from) where fte = 0;

create table absence_fact (
    event_id    uuid primary key,
    worker      uuid not null,
    away_from   date not null,
    away_to     date not null,
    recorded_at timestamptz not null
);
create index on absence_fact (worker, away_from);

create table establishment_fact (
    event_id    uuid primary key,
    posts       uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    valid_from  date not null,
    fte         numeric not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on establishment_fact (posts, valid_from, version);
