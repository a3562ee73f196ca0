create table registrations_running (
    stream_id text primary key,
    due_at    timestamptz not null
);
create index registrations_running_due on registrations_running (due_at);
