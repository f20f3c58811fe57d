create table author (
    id         uuid        primary key,
    slug       text        not null unique,
    name       text        not null,
    bio        text,
    image      jsonb,
    links      jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint      not null
);

create index author_by_name on author (name, id);
create index author_by_updated_at on author (updated_at, id);
