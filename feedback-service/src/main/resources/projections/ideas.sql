create table ideas (
    idea        uuid primary key,
    stage       text        not null,
    -- Sealed under the proposer's key.
    title       text        not null,
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    supporters  int         not null,
    need_score  numeric,
    change      numeric
);
create index ideas_newest on ideas (proposed_at desc, idea desc);
create index ideas_need on ideas (need_score desc, idea desc) where stage = 'SUBMITTED';
