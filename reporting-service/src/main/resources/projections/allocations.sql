create table hold_fact (
    event_id    uuid primary key,
    allocation  uuid not null,
    case_id     uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    begins      boolean not null,
    worker      uuid,
    role        text,
    points      numeric,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on hold_fact (allocation);
create index on hold_fact (case_id);

create table hold (
    allocation uuid primary key,
    case_id    uuid not null,
    worker     uuid not null,
    role       text not null,
    points     numeric,
    held_from  date not null,
    held_to    date
);
create index on hold (coalesce(held_to, 'infinity'));

create table standing_fact (
    event_id    uuid primary key,
    case_id     uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    open        boolean not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on standing_fact (case_id, version);
