create table front_door (
    referral        uuid primary key,
    children        text        not null,
    source          text        not null,
    reasons         text        not null,
    urgency         text        not null,
    received_on     date        not null,
    received_at     timestamptz not null,
    acknowledged_on date,
    triaged_on      date,
    sender          text        not null
);
create index front_door_newest on front_door (received_at desc, referral desc);
create index front_door_undecided on front_door (received_at desc, referral desc) where triaged_on is null;

create table front_door_child (
    referral    uuid,
    child       uuid,
    received_on date        not null,
    received_at timestamptz not null,
    primary key (referral, child)
);
create index front_door_child_child on front_door_child (child, received_on);
