create table tag (
    id          uuid        primary key,
    slug        text        not null unique,
    name        text        not null,
    description text,
    kind        text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null
);

create index tag_by_name on tag (name, id);
create index tag_by_updated_at on tag (updated_at, id);
-- Stories name their tags by slug or by name, in any case.
create index tag_by_folded_name on tag (lower(name));
