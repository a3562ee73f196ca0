create table contract_fact (
    event_id    uuid primary key,
    worker      uuid not null,
    version     bigint not null,
    valid_from  date not null,
    fte         numeric not null,
    recorded_at timestamptz not null
);
create index on contract_fact (worker, valid_from, version);

create table absence_fact (
    event_id    uuid primary key,
    worker      uuid not null,
    away_from   date not null,
    away_to     date not null,
    recorded_at timestamptz not null
);
create index on absence_fact (worker, away_from);
