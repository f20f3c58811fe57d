-- What other systems call things. Articles have columns of their own for it.
create table external_reference (
    type        text not null check (type in ('AUTHOR', 'TAG', 'COLLECTION', 'COMMENT')),
    source      text not null,
    external_id text not null,
    thing_id    uuid not null,
    primary key (type, source, external_id)
);

create index external_reference_by_thing on external_reference (thing_id);

create table import_run (
    id            uuid        primary key,
    format        text        not null check (format in ('NDJSON')),
    state         text        not null check (state in ('RUNNING', 'FINISHED', 'STOPPED', 'INTERRUPTED', 'FAILED')),
    detail        text,
    dry_run       boolean     not null,
    on_fault      text        not null check (on_fault in ('SKIP', 'STOP')),
    started_by    uuid        not null,
    started_name  text        not null,
    started_at    timestamptz not null,
    -- When its server last said that it still works on it.
    heard_at      timestamptz not null,
    ended_at      timestamptz,
    lines         bigint      not null,
    created       bigint      not null,
    updated       bigint      not null,
    unchanged     bigint      not null,
    refused       bigint      not null,
    waiting       bigint      not null
);

create index import_run_latest on import_run (started_at, id);
create unique index import_run_alone on import_run ((true)) where state = 'RUNNING';

create table import_fault (
    id        uuid   primary key,
    import_id uuid   not null references import_run on delete cascade,
    -- In the order in which they were found.
    number    bigint not null,
    line      bigint not null,
    pointer   text   not null,
    type      text   not null,
    detail    text   not null,
    unique (import_id, number)
);

-- What a run has read, so that it notices what comes twice; a dry run also does again what it did not keep. Gone when the run ends.
create unlogged table import_line (
    import_id uuid   not null references import_run on delete cascade,
    key       text   collate "C" not null,
    line      bigint not null,
    hash      uuid   not null,
    content   text,
    primary key (import_id, key)
);

-- Lines that name something which has not come yet. Gone when the run ends.
create unlogged table import_waiting (
    import_id uuid   not null references import_run on delete cascade,
    line      bigint not null,
    -- What the line waits for.
    key       text   collate "C" not null,
    content   text   not null,
    primary key (import_id, line)
);

create index import_waiting_by_key on import_waiting (import_id, key);
