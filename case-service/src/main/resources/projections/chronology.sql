-- Texts stand here as they stand in the log: sealed.
create table chronology (
    event        uuid        not null,
    child        uuid        not null,
    kind         text        not null,
    significance text        not null,
    day          date        not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    stream       text        not null,
    actor        text        not null,
    codes        text        not null,
    text         text,
    child_view   text,
    outside_rule text,
    primary key (event, child)
);
create index chronology_newest on chronology (child, occurred_at desc, event desc);
