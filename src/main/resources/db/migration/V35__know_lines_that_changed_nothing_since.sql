-- Which line of a file last made an article what it is, and the version that it had by that: the same line again changes nothing while the
-- article has that version.
create table imported_article (
    -- What the article is known by in the file.
    key        text   collate "C" primary key,
    hash       uuid   not null,
    article_id uuid   not null references article on delete cascade,
    version    bigint not null
);

create index imported_article_by_article on imported_article (article_id);
