create table needs (
    need         uuid primary key,
    worker       uuid        not null,
    theme        text        not null,
    urgency      text        not null,
    status       text        not null,
    raised_at    timestamptz not null,
    raised_on    date        not null,
    text         text,
    sourced_with text,
    reference    uuid,
    note         text,
    reason       text,
    explanation  text
);
create index needs_newest on needs (raised_at desc, need desc);
create index needs_worker on needs (worker, raised_at desc);
