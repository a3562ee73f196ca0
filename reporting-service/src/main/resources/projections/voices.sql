create table voice_fact (
    event_id    uuid primary key,
    item        uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    theme       text,
    due_on      date,
    in_time     boolean,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on voice_fact (item, version);
create index on voice_fact (due_on);

create table voice_item (
    item   uuid primary key,
    theme  text not null,
    due_on date not null,
    answer text not null
);
create index on voice_item (due_on);

create table heard_fact (
    event_id    uuid primary key,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    day         date not null,
    heard       boolean not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on heard_fact (day);

create table heard_month (
    month date primary key,
    asked bigint not null,
    heard bigint not null
);
