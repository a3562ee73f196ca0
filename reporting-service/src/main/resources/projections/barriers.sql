create table barrier_fact (
    event_id    uuid primary key,
    barrier     uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    open        boolean,
    paused      boolean,
    department  text,
    level       integer,
    hours       integer,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on barrier_fact (barrier, version);
create index on barrier_fact (day);
