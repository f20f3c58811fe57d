-- Nothing looks into these, and as jsonb they take longer to write and to read than as the JSON that they are written as, and more room.
alter table article_body drop constraint article_body_blocks_check;
alter table article_body
    alter column blocks type json,
    alter column outline type json,
    alter column sources type json;
alter table article_body
    alter column blocks set storage external,
    add check (json_typeof(blocks) = 'array');

-- Whole texts are few beside those kept as differences, and compressing them took an eighth of PostgreSQL's time for a new article.
alter table revision_text alter column source set storage external;
