create table article (
    id                 uuid        primary key,
    slug               text        not null unique,
    external_source    text,
    external_id        text,
    kicker             text,
    title              text        not null,
    standfirst         text,
    -- The editor's own; readers without one get the body's.
    excerpt            text,
    image              jsonb,
    canonical_url      text,
    language           text        not null,
    featured           boolean     not null,
    status             text        not null,
    published_at       timestamptz,
    unpublish_at       timestamptz,
    -- Set when a story was public: later it is gone (410), and not unknown (404).
    first_published_at timestamptz,
    -- Derived from the body; here, because lists never read bodies.
    derived_excerpt    text        not null,
    word_count         int         not null,
    reading_minutes    int         not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            bigint      not null,
    check (status in ('DRAFT', 'PUBLISHED', 'TRASH')),
    check (status <> 'PUBLISHED' or published_at is not null),
    check (unpublish_at > published_at),
    check ((external_source is null) = (external_id is null))
);

create unique index article_by_external_ref on article (external_source, external_id);
create index article_by_updated_at on article (updated_at, id);
create index article_by_created_at on article (created_at, id);
create index article_by_title on article (title, id);
create index article_by_published_at on article (published_at, id) where published_at is not null;

-- The front page and every list of readers: live ones by date.
create index article_published on article (published_at desc, id desc) where status = 'PUBLISHED';
create index article_featured on article (published_at desc, id desc) where status = 'PUBLISHED' and featured;
create index article_by_language on article (language, published_at desc, id desc) where status = 'PUBLISHED';
-- The next moment when time takes a story away.
create index article_by_unpublish_at on article (unpublish_at) where status = 'PUBLISHED' and unpublish_at is not null;
