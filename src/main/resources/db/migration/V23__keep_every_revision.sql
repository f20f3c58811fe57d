-- One row for each version of an article, its first and its working copies included.
create table article_revision (
    article_id  uuid        not null references article on delete cascade,
    number      bigint      not null,
    at          timestamptz not null,
    actor_id    uuid        not null,
    actor_name  text        not null,
    action      text        not null,
    note        text,
    -- Whether it is of a working copy: readers did not see it then.
    pending     boolean     not null,
    -- What differs from the revision before, by member: all of it in the first. Not jsonb, which cannot hold U+0000.
    changed     json        not null,
    -- Revisions that leave the text alone share it.
    text_number bigint      not null,
    primary key (article_id, number)
);

-- A text whole, or as what differs from one that is (a Zstandard frame, RFC 8878, whose dictionary is that text in UTF-8).
create table revision_text (
    article_id uuid   not null references article on delete cascade,
    number     bigint not null,
    format     text   not null,
    source     text,
    base       bigint,
    delta      bytea,
    primary key (article_id, number),
    check ((source is null) = (delta is not null)),
    check ((base is null) = (delta is null))
);

-- The newest whole text, and what hangs on it.
create index revision_text_whole on revision_text (article_id, number) where base is null;
create index revision_text_by_base on revision_text (article_id, base) where base is not null;

insert into revision_text (article_id, number, format, source)
select article.id, article.version, lower(article_body.format), article_body.source
from article join article_body on article_body.article_id = article.id;

-- The history of a story that is older than this table begins with what it is now.
insert into article_revision (article_id, number, at, actor_id, actor_name, action, pending, changed, text_number)
select article.id, article.version, article.updated_at, coalesce(last.actor_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(last.actor_name, 'system'), coalesce(last.action, 'article.create'), false,
    json_build_object(
        'slug', article.slug,
        'externalRef', case when article.external_source is not null
            then json_build_object('source', article.external_source, 'id', article.external_id) end,
        'kicker', article.kicker, 'title', article.title, 'standfirst', article.standfirst, 'excerpt', article.excerpt,
        'image', article.image,
        'authors', (
            select coalesce(json_agg(json_build_object('id', author.id, 'slug', author.slug, 'name', author.name)
                                     order by article_author.place), '[]')
            from article_author join author on author.id = article_author.author_id where article_author.article_id = article.id),
        'tags', (
            select coalesce(json_agg(json_build_object('id', tag.id, 'slug', tag.slug, 'name', tag.name, 'kind', lower(tag.kind))
                                     order by article_tag.place), '[]')
            from article_tag join tag on tag.id = article_tag.tag_id where article_tag.article_id = article.id),
        'related', (
            select coalesce(json_agg(json_build_object('relation', lower(relation), 'target', target_id, 'url', url, 'title', title,
                                                       'publisher', publisher) order by place), '[]')
            from article_related where article_related.article_id = article.id),
        'canonicalUrl', article.canonical_url,
        'seo', json_build_object('title', article.seo_title, 'description', article.seo_description),
        'language', article.language, 'featured', article.featured, 'custom', article.custom::json,
        'commentPolicy', lower(article.comment_policy), 'commentsCloseAfterDays', article.comments_close_after_days,
        'status', lower(article.status), 'publishedAt', article.published_at, 'unpublishAt', article.unpublish_at),
    article.version
from article
left join lateral (
    select actor_id, actor_name, action from change where thing_type = 'article' and thing_id = article.id
    order by number desc limit 1) last on true;
