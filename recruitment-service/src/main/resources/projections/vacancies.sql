create table vacancies (
    vacancy   uuid primary key,
    post_en   text    not null,
    post_cy   text    not null,
    role      text    not null,
    fte       numeric not null,
    reason    text    not null,
    status    text    not null,
    raised_on date    not null,
    closes_at timestamptz,
    filled_by uuid
);
create index vacancies_newest on vacancies (raised_on desc, vacancy desc);

create table vacancies_closing (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index vacancies_closing_at on vacancies_closing (due_at);
