create table withheld_child (
    child uuid primary key
);

create table withheld_place (
    place text not null,
    child uuid not null,
    primary key (place, child)
);
create index withheld_place_child on withheld_place (child);
