alter table article drop constraint article_status_check;
alter table article add constraint article_status_check check (status in ('DRAFT', 'REVIEW', 'PUBLISHED', 'TRASH'));

-- Who began the story, and may edit it without being an editor; null where the log does not go back that far.
alter table article add column created_by uuid;

update article set created_by = (
    select actor_id from change where thing_type = 'article' and thing_id = article.id order by number limit 1);

create index article_by_created_by on article (created_by, updated_at, id);
