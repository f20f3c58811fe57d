-- Who and what is blocked from the comments; each value once, in one form. A value can be a person's address.
create table comment_block (
    id         uuid        primary key,
    kind       text        not null,
    value      text        not null,
    -- How many steps a pattern has: all together may have only so many.
    size       int         not null,
    action     text        not null,
    note       text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint      not null,
    unique (kind, value),
    check (kind in ('ADDRESS', 'DOMAIN', 'RANGE', 'WORD', 'PATTERN')),
    check (action in ('HOLD', 'SPAM', 'REFUSE'))
);

create index comment_block_latest on comment_block (created_at, id);

-- Another value with each change of the lists, so that a server that keeps them in memory knows when to read them again. Not a number: one
-- that was given before, to lists that a backup took back, would let a server trust the wrong ones.
create table comment_block_revision (
    id    boolean primary key default true check (id),
    value uuid    not null
);
