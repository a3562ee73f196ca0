-- What the rules of retention ask about a child.
create table retention_facts (
    child          uuid primary key,
    referrals      int     not null,
    referred_on    date,
    cases          int     not null,
    cases_open     int     not null,
    case_closed_on date,
    looked_after   boolean not null
);

-- Which streams have entries about which child.
create table retention_entries (
    child  uuid not null,
    stream text not null,
    primary key (child, stream)
);

-- Erasures that were ordered and are not done.
create table retention_erasures (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index retention_erasures_due on retention_erasures (due_at);

-- What was said of several children, kept for one of them; sealed, as everywhere.
create table retention_kept_texts (
    event  uuid not null,
    field  text not null,
    erased uuid not null,
    text   text not null,
    primary key (event, field)
);
create index retention_kept_texts_erased on retention_kept_texts (erased);
