-- What the log has told of a published story that time alone does to it: a job tells the rest.
alter table article add column announced text not null default 'NONE' check (announced in ('NONE', 'LIVE', 'ENDED'));

update article set announced = case when unpublish_at <= now() then 'ENDED' else 'LIVE' end
where status = 'PUBLISHED' and published_at <= now();

create index article_to_announce_live on article (published_at) where status = 'PUBLISHED' and announced = 'NONE';
create index article_to_announce_end on article (unpublish_at)
    where status = 'PUBLISHED' and announced <> 'ENDED' and unpublish_at is not null;
