create table decision_fact (
    event_id    uuid primary key,
    decision    uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    kind        text not null,
    tier        text not null,
    allowed     boolean not null,
    front       boolean not null,
    outside     boolean not null,
    supported   boolean not null,
    referred_up boolean not null,
    hours       numeric not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on decision_fact (day);
create index on decision_fact (decision);

create table proposal_fact (
    event_id    uuid primary key,
    decision    uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    kind        text not null,
    tier        text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on proposal_fact (day);

create table overturn_fact (
    event_id    uuid primary key,
    decision    uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on overturn_fact (decision);
