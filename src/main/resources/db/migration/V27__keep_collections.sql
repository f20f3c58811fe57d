-- Lists of stories that editors keep by hand: front pages, series.
create table collection (
    id          uuid        primary key,
    slug        text        not null unique,
    name        text        not null,
    description text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null
);

-- What a collection holds from a moment on, until the next edition begins. The first one begins before all time.
create table collection_edition (
    id            uuid        primary key,
    collection_id uuid        not null references collection on delete cascade,
    starts_at     timestamptz not null,
    note          text,
    announced     boolean     not null,
    unique (collection_id, starts_at)
);

create index collection_edition_to_announce on collection_edition (starts_at) where not announced;

create table collection_item (
    edition_id uuid not null references collection_edition on delete cascade,
    place      int  not null,
    article_id uuid not null references article on delete cascade,
    -- What is shown instead of the story's own.
    title      text,
    image      jsonb,
    primary key (edition_id, place),
    unique (edition_id, article_id)
);

create index collection_item_by_article on collection_item (article_id);

-- The old slug of a collection leads to it, and so may a path.
alter table redirect drop constraint redirect_kind_check;
alter table redirect add constraint redirect_kind_check check (kind in ('ARTICLE', 'TAG', 'AUTHOR', 'COLLECTION', 'PATH'));
alter table redirect drop constraint redirect_target_type_check;
alter table redirect add constraint redirect_target_type_check
    check (target_type in ('ARTICLE', 'TAG', 'AUTHOR', 'COLLECTION', 'LOCATION'));
