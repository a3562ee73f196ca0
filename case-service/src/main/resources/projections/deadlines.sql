create table deadlines (
    deadline      uuid primary key,
    rule          text        not null,
    rule_version  int         not null,
    referral      uuid,
    case_id       uuid,
    child         uuid        not null,
    set_at        timestamptz not null,
    triggered_on  date        not null,
    due_on        date        not null,
    state         text        not null,
    met_on        date,
    recorded_late boolean     not null
);
create index deadlines_newest on deadlines (set_at desc, deadline desc);
create index deadlines_undone on deadlines (due_on) where met_on is null;

create table deadlines_due (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index deadlines_due_at on deadlines_due (due_at);

create table deadlines_case (
    case_id  uuid primary key,
    referral uuid
);
create index deadlines_case_referral on deadlines_case (referral);

create table deadlines_holder (
    allocation uuid primary key,
    case_id    uuid not null,
    worker     uuid not null,
    starts_on  date not null,
    ends_on    date
);
create index deadlines_holder_worker on deadlines_holder (worker);
