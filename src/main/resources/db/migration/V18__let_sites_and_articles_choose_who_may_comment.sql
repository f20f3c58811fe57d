-- What holds for every article that does not say otherwise: one row at most; without it, the defaults.
create table comment_policy (
    id               boolean     primary key default true check (id),
    policy           text        not null,
    close_after_days int,
    updated_at       timestamptz not null,
    version          bigint      not null,
    check (policy in ('CLOSED', 'ALL', 'FIRST', 'LINKS', 'OPEN')),
    check (close_after_days between 1 and 36500)
);

alter table article
    add comment_policy text check (comment_policy in ('CLOSED', 'ALL', 'FIRST', 'LINKS', 'OPEN')),
    add comments_close_after_days int check (comments_close_after_days between 1 and 36500);

-- What this site signs with: one row, made when it is first needed, and the same for all of its servers.
create table signing_key (
    id    boolean primary key default true check (id),
    value bytea   not null
);
