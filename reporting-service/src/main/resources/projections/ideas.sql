create table idea_fact (
    event_id    uuid primary key,
    idea        uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    step        text not null,
    proposed_on date,
    baseline    numeric,
    target      numeric,
    value       numeric,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on idea_fact (idea, version);
create index on idea_fact (proposed_on);

create table idea_now (
    idea        uuid primary key,
    proposed_on date not null,
    drafted     boolean not null,
    submitted   boolean not null,
    approved    boolean not null,
    declined    boolean not null,
    implemented boolean not null,
    measured    boolean not null,
    withdrawn   boolean not null,
    merged      boolean not null,
    baseline    numeric,
    target      numeric,
    value       numeric
);
create index on idea_now (proposed_on);
