-- The keys of callers. A secret has 256 random bits: there is nothing to guess, so one round of SHA-256 keeps it as safe as a slow hash
-- would, and a request finds its key by that hash.
create table api_key (
    id                   uuid        primary key,
    name                 text        not null,
    role                 text        not null,
    -- The beginning of the secret, to tell keys apart in a list.
    prefix               text        not null,
    secret_hash          bytea       not null unique,
    -- After a rotation the secret before it may go on for a while.
    previous_secret_hash bytea       unique,
    previous_until       timestamptz,
    -- The administrator key only: the setting it was last taken from, so that a restart undoes neither a rotation nor a revocation.
    setting_hash         bytea,
    expires_at           timestamptz,
    revoked_at           timestamptz,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    last_used_at         timestamptz,
    version              bigint      not null,
    check ((previous_secret_hash is null) = (previous_until is null))
);
