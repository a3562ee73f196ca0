create table voices (
    item            uuid primary key,
    state           text        not null,
    theme           text        not null,
    said_on         date        not null,
    said_at         timestamptz not null,
    reply_due_on    date        not null,
    acknowledged_on date,
    answered_on     date,
    in_time         boolean,
    reason          text,
    review_on       date,
    -- Sealed under the item's own key.
    you_said_en     text,
    you_said_cy     text,
    answer_en       text,
    answer_cy       text
);
create index voices_newest on voices (said_at desc, item desc);
create index voices_waiting on voices (reply_due_on) where answered_on is null;
