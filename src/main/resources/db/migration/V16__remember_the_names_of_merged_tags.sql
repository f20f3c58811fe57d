-- Importers go on naming a tag as they always did, also after it was merged into another. Names as they are compared: folded.
create table merged_tag_name (
    name   text primary key,
    tag_id uuid not null references tag (id) on delete cascade
);

create index merged_tag_name_by_tag on merged_tag_name (tag_id);
