-- Closed: nothing is sealed with it or opened by it any more; it is destroyed when nobody can have it in hand.
alter table subject_key add column closed_at timestamptz;
update subject_key set closed_at = destroyed_at where destroyed_at is not null;
alter table subject_key add constraint destroyed_is_closed check (destroyed_at is null or closed_at is not null);

create index subject_key_closed on subject_key (closed_at) where closed_at is not null;
create index subject_key_master on subject_key (master_version) where wrapped is not null;

-- What the service's own keys come from, for stored hashes must not change: it outlives the master key it was.
create table derivation_root (
    one            boolean     primary key default true check (one),
    wrapped        bytea       not null,
    master_version int         not null,
    made_at        timestamptz not null default now()
);
