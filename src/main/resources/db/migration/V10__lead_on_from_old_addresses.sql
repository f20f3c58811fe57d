-- An old slug leads to the thing that had it, until another thing of its kind takes it; a path leads where somebody said.
create table redirect (
    id          uuid        primary key,
    kind        text        not null,
    -- The slug, the id of a tag that was merged, or the path in the form in which paths are compared.
    source      text        not null,
    target_type text        not null,
    target_id   uuid,
    location    text,
    -- The location as paths are compared, where it is one: no row's is the source of another, so that there are no chains.
    target_path text,
    -- Whether readers could know the source: the old slug of what was never public would tell of a draft.
    was_public  boolean     not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null,
    unique (kind, source),
    check (kind in ('ARTICLE', 'TAG', 'AUTHOR', 'PATH')),
    check (target_type in ('ARTICLE', 'TAG', 'AUTHOR', 'LOCATION')),
    check (kind in ('PATH', target_type)),
    check ((target_type = 'LOCATION') = (location is not null)),
    check ((target_type = 'LOCATION') = (target_id is null)),
    check (target_path is null or location is not null)
);

create index redirect_by_created_at on redirect (created_at, id);
create index redirect_by_kind on redirect (kind, created_at, id);
create index redirect_by_target on redirect (target_id) where target_id is not null;
create index redirect_by_target_path on redirect (target_path) where target_path is not null;

insert into redirect (id, kind, source, target_type, target_id, was_public, created_at, updated_at, version)
select gen_random_uuid(), upper(type), slug, upper(type), thing_id,
       case type
           -- What is gone has left its addresses only if it was public.
           when 'article' then coalesce(
               (select first_published_at is not null or (status = 'PUBLISHED' and published_at <= now())
                from article where id = thing_id), true)
           when 'tag' then exists (select from article_tag where tag_id = thing_id and published_at <= now())
           else exists (select from article_author where author_id = thing_id and published_at <= now())
       end,
       now(), now(), 1
from slug_alias;

drop table slug_alias;
