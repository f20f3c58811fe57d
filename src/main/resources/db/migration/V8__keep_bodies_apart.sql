-- What lists never read. All but format and source is derived from them, when they are written.
create table article_body (
    article_id uuid  primary key references article (id) on delete cascade,
    format     text  not null,
    source     text  not null,
    html       text  not null,
    text       text  not null,
    outline    jsonb not null,
    sources    jsonb not null,
    -- The number of the derivation that made the rest, so that a mended rule can find what an older one made.
    derivation int   not null
);
