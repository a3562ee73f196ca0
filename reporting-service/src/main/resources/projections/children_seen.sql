create table seen_fact (
    event_id    uuid not null,
    child       uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    alone       boolean not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (event_id, child)
);
create index on seen_fact (day, child);

create table seen_month (
    month date not null,
    child uuid not null,
    seen  bigint not null,
    alone bigint not null,
    primary key (month, child)
);

create table case_fact (
    event_id    uuid primary key,
    case_id     uuid not null,
    child       uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    open        boolean not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on case_fact (case_id, version);

create table held_month (
    child  uuid not null,
    month  date not null,
    change bigint not null,
    primary key (child, month)
);

create table unborn_fact (
    child       uuid primary key,
    recorded_at timestamptz not null
);
