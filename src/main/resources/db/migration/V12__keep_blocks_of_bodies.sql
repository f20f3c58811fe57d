-- Null where an older derivation made the rest of the row: readers then derive them from the source.
alter table article_body add column blocks jsonb;
