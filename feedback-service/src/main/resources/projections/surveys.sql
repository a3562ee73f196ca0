create table surveys (
    survey      uuid primary key,
    state       text        not null,
    title_en    text        not null,
    title_cy    text        not null,
    designed_at timestamptz not null,
    opened_on   date,
    closes_on   date
);
create index surveys_newest on surveys (designed_at desc, survey desc);

create table surveys_due (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index surveys_due_at on surveys_due (due_at);
