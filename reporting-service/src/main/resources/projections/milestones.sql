create table milestone (
    milestone  uuid primary key,
    name_en    text not null,
    name_cy    text not null,
    reached_on date not null
);
