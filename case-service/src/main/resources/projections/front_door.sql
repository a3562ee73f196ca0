create table front_door (
    referral        uuid primary key,
    children        text        not null,
    source          text        not null,
    reasons         text        not null,
    urgency         text        not null,
    received_on     date        not null,
    received_at     timestamptz not null,
    acknowledged_on date,
    triaged_on      date
);
create index front_door_newest on front_door (received_at desc, referral desc);
create index front_door_undecided on front_door (received_at desc, referral desc) where triaged_on is null;
