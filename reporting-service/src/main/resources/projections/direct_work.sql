create table work_fact (
    event_id       uuid not null,
    line           integer not null,
    type           text not null,
    stream         text not null,
    version        bigint not null,
    worker         uuid not null,
    day            date not null,
    direct         integer not null,
    visit          integer not null,
    session_travel integer not null,
    notes          integer not null,
    logged_travel  integer not null,
    logged         integer not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    primary key (event_id, line)
);
create index on work_fact (day);

create table worker_week (
    worker         uuid not null,
    week           date not null,
    month          date not null,
    direct         bigint not null,
    visit          bigint not null,
    session_travel bigint not null,
    notes          bigint not null,
    logged_travel  bigint not null,
    logged         bigint not null,
    primary key (worker, week, month)
);
create index on worker_week (month);
create index on worker_week (week);

create table travel_day (
    worker         uuid not null,
    day            date not null,
    session_travel bigint not null,
    logged_travel  bigint not null,
    primary key (worker, day)
);
create index on travel_day (day) where session_travel > 0 and logged_travel > 0;
