-- What was said stands here as it stands in the log: sealed.
create table access_alerts (
    alert     uuid primary key,
    child     uuid        not null,
    kind      text        not null,
    raised_at timestamptz not null,
    worker    uuid,
    other     uuid,
    reason    text,
    words     text,
    outcome   text
);
create index access_alerts_newest on access_alerts (raised_at desc, alert desc);
