-- Who was shown or refused whose record: one row a subject, committed before the answer leaves. The application may add
-- to it and read it, nothing else. Ids and codes only: nothing here names a person or repeats their words.
create table access_record (
    pos         bigint generated always as identity,
    -- The transaction that recorded it: who tails the rows reads in this order, as with the log.
    tx          xid8        not null default pg_current_xact_id(),
    -- A chain: the rows of one writer, numbered from 1, each with a keyed hash over itself and the one before.
    writer      uuid        not null,
    seq         bigint      not null check (seq > 0),
    id          uuid        not null,
    subject     uuid        not null,
    what        text        not null,
    basis       text        not null,
    reason      text,
    results     int         not null,
    actor       text        not null,
    account     text        not null,
    client      text        not null,
    roles       text        not null,
    correlation uuid        not null,
    occurred_at timestamptz not null,
    -- Read after tx was assigned (columns are filled in order): the watermark of those who tail depends on it.
    recorded_at timestamptz not null default clock_timestamp(),
    mac         text        not null,
    primary key (writer, seq)
);

create index access_record_tail on access_record (tx, pos);
create index access_record_subject on access_record (subject, occurred_at, id);

grant select, insert on access_record to ${app};
revoke update, delete, truncate on access_record from ${app};
