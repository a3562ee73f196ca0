-- A survey's answers and tokens, until its result is published. Nothing here leads to a person: no actor, no time, no
-- order, and one row a survey, so that no row or transaction belongs to a single answer.

create table survey_pool (
    survey  uuid primary key,
    -- The tokens that nobody has drawn yet, sealed under the survey's key.
    undrawn text  not null,
    -- Of every token a keyed hash, and of the submission it was used for another.
    tokens  jsonb not null
);

create table survey_box (
    survey uuid primary key,
    -- All answers, shuffled anew with each that is added, sealed under the survey's key.
    sheets text    not null,
    closed boolean not null default false
);

grant select, insert, update, delete on survey_pool, survey_box to ${app};
