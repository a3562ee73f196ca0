create table barriers (
    barrier           uuid primary key,
    state             text        not null,
    department        text        not null,
    -- Sealed under the raiser's key.
    what              text        not null,
    raised_by         uuid        not null,
    raised_on         date        not null,
    raised_at         timestamptz not null,
    owner             uuid,
    due_on            date,
    level             int         not null,
    supporters        int         not null,
    hours_lost_weekly int         not null,
    paused_until      date,
    ended_on          date
);
create index barriers_newest on barriers (raised_at desc, barrier desc);
create index barriers_owner on barriers (owner, raised_at desc);

create table barriers_due (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index barriers_due_at on barriers_due (due_at);
