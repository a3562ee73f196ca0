create table survey_fact (
    event_id    uuid primary key,
    survey      uuid not null,
    type        text not null,
    stream      text not null,
    version     bigint not null,
    closed_on   date,
    invited     integer,
    responses   integer,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on survey_fact (survey);
create index on survey_fact (closed_on);

create table survey_question (
    survey   uuid not null,
    question text not null,
    kind     text not null,
    primary key (survey, question)
);

create table survey_figure (
    survey    uuid not null,
    question  text not null,
    responses integer,
    value     numeric,
    primary key (survey, question)
);
