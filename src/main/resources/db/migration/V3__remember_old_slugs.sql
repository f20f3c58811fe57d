-- An old slug leads to the thing that had it, until another thing of the type takes it.
create table slug_alias (
    type     text not null,
    slug     text not null,
    thing_id uuid not null,
    primary key (type, slug)
);

create index slug_alias_by_thing on slug_alias (thing_id);
