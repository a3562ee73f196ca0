create table directory (
    worker      uuid primary key,
    application uuid,
    name        text,
    role        text,
    level       int,
    fte         numeric not null,
    contract    text,
    agency      boolean not null,
    team        uuid,
    base        uuid,
    starts_on   date    not null,
    last_day    date,
    renewal_on  date,
    lapsed      boolean not null
);
create index directory_newest on directory (starts_on desc, worker desc);
create index directory_application on directory (application);
create index directory_team on directory (team);
