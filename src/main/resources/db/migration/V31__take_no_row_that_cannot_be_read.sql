-- Restorations write rows as they are: what no release writes, and could not read again, is refused here.
alter table tag add check (kind in ('TOPIC', 'SECTION', 'SERIES', 'PLACE', 'PERSON', 'ORGANISATION'));
alter table author
    add check (jsonb_typeof(image) = 'object'),
    add check (jsonb_typeof(links) = 'array');
alter table article
    add check (jsonb_typeof(image) = 'object'),
    add check (canonical_url ~* '^https?://'),
    add check (isfinite(created_at) and isfinite(updated_at)),
    add check (isfinite(published_at)),
    add check (isfinite(unpublish_at)),
    add check (isfinite(first_published_at));
alter table article_body
    add check (format in ('MARKDOWN', 'HTML')),
    add check (jsonb_typeof(blocks) = 'array');
alter table article_revision add check (json_typeof(changed) = 'object');
alter table revision_text add check (base < number);
alter table collection_item add check (jsonb_typeof(image) = 'object');
alter table redirect add check (location ~* '^(https?:/)?/');
alter table comment add check (isfinite(created_at) and isfinite(edited_at));
