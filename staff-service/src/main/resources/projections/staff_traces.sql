-- Which streams have texts about which worker, beside the worker's own.
create table staff_traces (
    worker uuid not null,
    stream text not null,
    primary key (worker, stream)
);

-- Erasures that were ordered and are not done.
create table staff_erasing (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index staff_erasing_due on staff_erasing (due_at);
