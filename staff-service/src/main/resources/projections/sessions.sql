create table sessions (
    session   uuid primary key,
    title_en  text        not null,
    title_cy  text        not null,
    topic     text        not null,
    language  text        not null,
    starts_at timestamptz not null,
    minutes   int,
    places    int         not null,
    cancelled boolean     not null
);
create index sessions_calendar on sessions (starts_at, session);

create table sessions_place (
    session  uuid not null,
    worker   uuid not null,
    standing text not null,
    primary key (session, worker)
);
create index sessions_place_worker on sessions_place (worker);
