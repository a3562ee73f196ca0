create table caseload (
    case_id   uuid primary key,
    child     uuid not null,
    referral  uuid,
    status    text not null,
    opened_on date not null,
    closed_on date
);
create index caseload_newest on caseload (opened_on desc, case_id desc);

create table caseload_hold (
    allocation uuid primary key,
    case_id    uuid    not null,
    worker     uuid    not null,
    role       text    not null,
    starts_on  date    not null,
    ends_on    date,
    points     numeric
);
create index caseload_hold_case on caseload_hold (case_id);
create index caseload_hold_worker on caseload_hold (worker, starts_on);
