-- Keyed hashes only: nothing here can be read, or guessed without the key.
create table child_index (
    child        uuid primary key,
    given_grams  text not null,
    given_sound  text not null,
    family_grams text not null,
    family_sound text not null,
    born         text,
    birth_year   int,
    nhs_number   text,
    upn          text
);
create index child_index_nhs_number on child_index (nhs_number);
create index child_index_upn on child_index (upn);
create index child_index_born on child_index (born);
create index child_index_sound on child_index (family_sound, given_sound);
create index child_index_family on child_index using gin (string_to_array(family_grams, ' '));
create index child_index_given on child_index using gin (string_to_array(given_grams, ' '));
