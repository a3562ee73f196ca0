create table shortlist (
    application  uuid primary key,
    vacancy      uuid    not null,
    candidate    uuid    not null,
    status       text    not null,
    started_on   date    not null,
    submitted_on date,
    late         boolean not null,
    interview_at timestamptz,
    starts_on    date
);
create index shortlist_vacancy on shortlist (vacancy, started_on, application);
