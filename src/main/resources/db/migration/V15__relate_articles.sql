-- What an editor links a story to, in order: another story, or a page elsewhere. A story that is deleted for good takes its links along,
-- those to it too.
create table article_related (
    article_id uuid not null references article (id) on delete cascade,
    place      int  not null,
    relation   text not null,
    target_id  uuid references article (id) on delete cascade,
    url        text,
    title      text,
    publisher  text,
    primary key (article_id, place),
    unique (target_id, article_id),
    check (relation in ('SOURCE', 'BACKGROUND', 'MORE', 'CORRECTION')),
    check (target_id <> article_id),
    check ((target_id is null) = (url is not null)),
    check ((url is null) = (title is null)),
    check (url is not null or publisher is null)
);
