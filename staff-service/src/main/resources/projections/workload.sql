create table workload (
    allocation uuid primary key,
    case_id    uuid not null,
    worker     uuid not null,
    role       text not null,
    starts_on  date not null,
    ends_on    date,
    points     numeric
);
create index workload_worker on workload (worker, starts_on);
