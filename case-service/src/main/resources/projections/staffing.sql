create table staffing (
    worker    uuid primary key,
    starts_on date not null,
    last_day  date,
    lapsed_on date
);
create index staffing_gone on staffing (last_day) where last_day is not null;

create table staffing_capacity (
    worker    uuid,
    starts_on date,
    points    numeric,
    primary key (worker, starts_on)
);

create table staffing_place (
    worker    uuid,
    starts_on date,
    team      uuid not null,
    primary key (worker, starts_on)
);
create index staffing_place_team on staffing_place (team);

create table staffing_merged (
    team        uuid primary key,
    became_team uuid not null,
    merged_on   date not null
);
create index staffing_merged_became on staffing_merged (became_team);
