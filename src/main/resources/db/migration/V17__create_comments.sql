-- What a reader, or the desk, said below an article. Nothing of it tells how to reach who wrote it: that is in comment_sender, which no
-- public answer reads.
create table comment (
    id          uuid        primary key,
    article_id  uuid        not null references article on delete cascade,
    -- What it answers; null for one that answers the article.
    parent_id   uuid        references comment,
    -- The comment at the top of its thread: itself, where it answers the article.
    root_id     uuid        not null,
    -- How many stand above it.
    depth       int         not null,
    -- Its place in its thread: for each comment from the top to it, the time and the end of the id, in digits of one length. So a comment
    -- comes before its replies, and those in the order of their time. Compared octet by octet, wherever the database was made.
    path        text collate "C" not null,
    status      text        not null,
    -- Whether a moderator wrote it.
    staff       boolean     not null,
    author_name text,
    author_url  text,
    -- A keyed hash of the address it was sent from, where the site wants one.
    avatar_key  text,
    -- Whether it speaks for its writer once it is approved: a moderator approved it, or its writer proved to be that of one which does.
    vouched     boolean     not null,
    -- As it was written, and what is derived from it.
    source      text,
    html        text,
    text        text,
    -- Approved comments below it.
    replies     int         not null,
    -- Whether readers see anything of it: itself, or a gap that keeps its replies together.
    shown       boolean     generated always as (status = 'APPROVED' or replies > 0) stored,
    score       int         not null,
    reasons     jsonb       not null,
    -- As which it was taught to the learned score, so that a change of mind can take that back.
    learned     text,
    created_at  timestamptz not null,
    edited_at   timestamptz,
    decided_at  timestamptz,
    -- The name of the key of who decided; null while only rules have.
    decided_by  text,
    updated_at  timestamptz not null,
    version     bigint      not null,
    check (status in ('PENDING', 'APPROVED', 'SPAM', 'TRASH', 'DELETED')),
    check (learned in ('HAM', 'SPAM')),
    -- What is deleted is gone.
    check ((status = 'DELETED') = (source is null))
);

create index comment_threads on comment (article_id, created_at, id) where shown and parent_id is null;
create index comment_in_thread on comment (root_id, path) where shown and parent_id is not null;
create index comment_by_time on comment (article_id, created_at, id) where shown;
create index comment_by_parent on comment (parent_id) where parent_id is not null;
-- The desk's queue, and what is kept for a time only.
create index comment_by_status on comment (status, created_at, id);
create index comment_by_score on comment (status, score, id);
create index comment_latest on comment (created_at, id);
create index comment_kept_for_a_time on comment (updated_at) where status in ('SPAM', 'TRASH', 'DELETED');
create index comment_by_words on comment
    using gin (lower(coalesce(author_name, '') || ' ' || coalesce(text, '')) gin_trgm_ops);
create index comment_by_article on comment (article_id, created_at, id);

-- How to reach who wrote a comment, and where it came from: for the desk, and only for as long as it is needed.
create table comment_sender (
    comment_id uuid primary key references comment on delete cascade,
    -- In lower case.
    email      text,
    ip         inet,
    user_agent text
);

create index comment_sender_by_email on comment_sender (email);
create index comment_sender_by_ip on comment_sender (ip);
create index comment_sender_with_origin on comment_sender (comment_id) where ip is not null or user_agent is not null;

-- The comments of one article: who changes one of them locks this row, so that the numbers are right.
create table comment_thread (
    article_id uuid primary key references article on delete cascade,
    approved   int  not null
);
