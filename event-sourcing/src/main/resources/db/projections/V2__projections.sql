-- Which builds of which projections there are. Each build has a schema of its own; `views` points at those that serve.
create schema views;
create schema projections;

create table projections.build (
    projection  text        not null,
    version     int         not null,
    build       int         not null,
    schema_name text        not null unique,
    state       text        not null check (state in ('BUILDING', 'SERVING', 'RETIRED')),
    made_at     timestamptz not null default now(),
    served_at   timestamptz,
    primary key (projection, version, build)
);

create table projections.audit (
    id         bigint generated always as identity primary key,
    projection text        not null,
    stream_id  text,
    act        text        not null,
    reason     text,
    actor      text        not null,
    at         timestamptz not null default now()
);

grant usage, create on schema views, projections to ${app};
grant select, insert, update on projections.build to ${app};
grant select, insert on projections.audit to ${app};
