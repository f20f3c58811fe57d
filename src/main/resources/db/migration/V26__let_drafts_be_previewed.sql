-- A link to one revision of a story, for people without a key. What it is signed with is not here.
create table preview (
    id              uuid        primary key,
    article_id      uuid        not null references article on delete cascade,
    revision        bigint      not null,
    note            text,
    created_at      timestamptz not null,
    created_by      uuid        not null,
    created_by_name text        not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    foreign key (article_id, revision) references article_revision (article_id, number) on delete cascade
);

create index preview_by_article on preview (article_id, created_at, id);
