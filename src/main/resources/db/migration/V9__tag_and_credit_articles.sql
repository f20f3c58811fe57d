-- published_at repeats the article's while that is published, and is null otherwise: so a list of one tag or author, latest first, is a
-- walk along one index, however many stories it has.
create table article_tag (
    article_id   uuid not null references article (id) on delete cascade,
    tag_id       uuid not null references tag (id),
    place        int  not null,
    published_at timestamptz,
    primary key (article_id, tag_id)
);

create index article_tag_latest on article_tag (tag_id, published_at desc, article_id desc) where published_at is not null;
create index article_tag_by_tag on article_tag (tag_id);

create table article_author (
    article_id   uuid not null references article (id) on delete cascade,
    author_id    uuid not null references author (id),
    place        int  not null,
    published_at timestamptz,
    primary key (article_id, author_id)
);

create index article_author_latest on article_author (author_id, published_at desc, article_id desc) where published_at is not null;
create index article_author_by_author on article_author (author_id);
