create table need_fact (
    event_id    uuid primary key,
    need        uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on need_fact (need, version);
create index on need_fact (day) where type = 'support-need-raised';
