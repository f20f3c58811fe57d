-- A version of a published story that readers do not see yet. What it says is the newest revision of the story.
create table working_copy (
    article_id        uuid        primary key references article on delete cascade,
    status            text        not null check (status in ('DRAFT', 'REVIEW')),
    since             timestamptz not null,
    -- When readers get it, and whose decision that was; without it, not before somebody publishes it.
    publish_at        timestamptz,
    scheduled_by      uuid,
    scheduled_by_name text,
    note              text,
    check ((publish_at is null) = (scheduled_by is null)),
    check ((publish_at is null) = (scheduled_by_name is null))
);

create index working_copy_by_publish_at on working_copy (publish_at) where publish_at is not null;
