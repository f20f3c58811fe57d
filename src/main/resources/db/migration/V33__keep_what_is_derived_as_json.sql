-- Nothing looks into these, and as jsonb they take longer to write and to read than as the JSON that they are written as, and more room.
-- All in one, so that the table is written anew once: that takes room for a second one while it lasts.
alter table article_body
    drop constraint article_body_blocks_check,
    alter column blocks type json,
    alter column outline type json,
    alter column sources type json,
    alter column blocks set storage external,
    add check (json_typeof(blocks) = 'array');
