-- The analysts' SQL door: views with the very figures of the API, and the functions behind both.
--
-- Functions run as the owner, who may read the projections' rows; analysts see figures and never rows, which name
-- workers. What a function reads is looked up when it is called, so that projections can be built anew beneath it.
create schema reports;
comment on schema reports is
    'The figures of the reports, by month. Nothing here is about one person. Each report''s definition is on its view.';

grant usage on schema reports to ${app}, ${reader};
alter default privileges in schema reports grant select on tables to ${app}, ${reader};
