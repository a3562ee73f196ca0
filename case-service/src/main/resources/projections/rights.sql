create table rights (
    kind          text not null,
    tier          text not null,
    version       int  not null,
    lowest_level  int  not null,
    conditions_en text,
    conditions_cy text,
    valid_from    date not null,
    valid_to      date,
    primary key (kind, tier, version)
);
