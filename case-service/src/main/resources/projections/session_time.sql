create table session_time (
    worker  uuid not null,
    day     date not null,
    minutes int  not null,
    primary key (worker, day)
);
