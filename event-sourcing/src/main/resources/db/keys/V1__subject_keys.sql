-- One key a person, wrapped by the master key. A row that was destroyed stays, so that "erased" and "unknown" differ.
create table subject_key (
    subject        uuid primary key,
    wrapped        bytea,
    master_version int         not null,
    created_at     timestamptz not null default now(),
    destroyed_at   timestamptz,
    constraint destroyed_has_no_key check ((wrapped is null) = (destroyed_at is not null))
);
