-- Whom the log holds sealed texts about, and since when they are erased; kept beside the log as it grows.
create table sealed_subject (
    subject   uuid primary key,
    erased_at timestamptz
);
create index sealed_subject_erased on sealed_subject (erased_at) where erased_at is not null;

create table sealed_through (
    one boolean primary key default true check (one),
    tx  xid8   not null,
    pos bigint not null
);
insert into sealed_through (tx, pos) values ('0', 0);

grant select, insert, update on sealed_subject to ${app};
grant select, update on sealed_through to ${app};
