-- Who said of late to be editing a story. Worth nothing after a crash: what is lost is said again within half a minute.
create unlogged table editing (
    article_id uuid        not null references article on delete cascade,
    actor_id   uuid        not null,
    actor_name text        not null,
    since      timestamptz not null,
    at         timestamptz not null,
    primary key (article_id, actor_id)
);
