create table bases_guarded (
    child      uuid primary key,
    restricted boolean not null
);
create index bases_guarded_restricted on bases_guarded (child) where restricted;

create table bases_held (
    allocation uuid primary key,
    child      uuid not null,
    worker     uuid not null,
    ends_on    date
);
create index bases_held_child on bases_held (child);

create table bases_pass (
    pass    uuid primary key,
    child   uuid    not null,
    worker  uuid    not null,
    glass   boolean not null,
    ends_at timestamptz
);
create index bases_pass_child on bases_pass (child);

create table bases_connection (
    connection uuid primary key,
    child      uuid not null,
    worker     uuid not null
);
create index bases_connection_worker on bases_connection (worker);
