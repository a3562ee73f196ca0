-- PostgreSQL knows no Welsh: its words are taken as they are, without their accents.
create table library (
    resource     uuid primary key,
    title_en     text        not null,
    title_cy     text        not null,
    summary_en   text        not null,
    summary_cy   text        not null,
    link         text,
    topics       text        not null,
    owner        uuid        not null,
    published_at timestamptz not null,
    review_by    date,
    retired      boolean     not null,
    uses         int         not null,
    ratings      int         not null,
    stars        int         not null,
    words_en     tsvector generated always as (
        setweight(to_tsvector('english', title_en), 'A') || setweight(to_tsvector('english', summary_en), 'B')
    ) stored,
    words_cy     tsvector generated always as (
        setweight(to_tsvector('simple', translate(lower(title_cy), 'âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ', 'aeiouwyaeiouwyaeiouwyaeiouwy')), 'A')
        || setweight(to_tsvector('simple', translate(lower(summary_cy), 'âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ', 'aeiouwyaeiouwyaeiouwyaeiouwy')), 'B')
    ) stored
);
create index library_words_en on library using gin (words_en);
create index library_words_cy on library using gin (words_cy);
create index library_newest on library (published_at desc, resource desc);
