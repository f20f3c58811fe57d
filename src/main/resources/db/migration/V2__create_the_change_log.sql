-- Every management write appends a row, last in its transaction and under an advisory lock, so that the numbers follow the commits.
create table change (
    number        bigint generated always as identity primary key,
    -- With the number, the token of outside readers: a row that was pruned, or comes from a restored backup, is told from its namesake.
    token         uuid        not null default gen_random_uuid(),
    at            timestamptz not null,
    actor_id      uuid        not null,
    actor_name    text        not null,
    action        text        not null,
    thing_type    text        not null,
    thing_id      uuid        not null,
    thing_version bigint      not null,
    -- What a reader may have kept that this change makes old: article:{id}, tag:{id}, articles, …
    groups        text[]      not null
);

create index change_by_thing on change (thing_id, number desc);
