-- The log: the one truth of a service. Its application may add to it and read it, nothing else.
create table event (
    pos            bigint generated always as identity,
    -- The transaction that recorded it. Who tails the log reads in this order, below the oldest one still running.
    tx             xid8        not null default pg_current_xact_id(),
    stream_id      text        not null,
    version        bigint      not null check (version > 0),
    event_id       uuid        not null,
    command_id     uuid,
    fingerprint    text,
    type           text        not null,
    schema_version int         not null,
    data           jsonb       not null,
    meta           jsonb       not null,
    occurred_at    timestamptz not null,
    -- Read after tx was assigned (columns are filled in order): the watermark of those who tail depends on it.
    recorded_at    timestamptz not null default clock_timestamp(),
    primary key (stream_id, version)
);

-- Set on a command's first event only: the record that a command has taken effect, for ever.
create unique index event_command on event (command_id) where command_id is not null;
create index event_tail on event (tx, pos);

-- A cache of the log: dropping it loses nothing.
create table snapshot (
    stream_id     text   primary key,
    version       bigint not null,
    state_version int    not null,
    state         jsonb  not null
);

-- A transaction that took its id before it read the version would put events out of order for all who tail.
create function must_be_first_write() returns boolean
    language plpgsql as
$$
begin
    if pg_current_xact_id_if_assigned() is not null then
        raise exception 'the append must be the first write of its transaction' using errcode = '25001';
    end if;
    return true;
end
$$;

-- What clocks have in hand: a short lease, so that nothing due is sent twice at once and no transaction stays open.
create table lease (
    clock  text        not null,
    stream text        not null,
    until  timestamptz not null,
    primary key (clock, stream)
);

grant select, insert on event to ${app};
grant select, insert, update, delete on snapshot, lease to ${app};
revoke update, delete, truncate on event from ${app};
