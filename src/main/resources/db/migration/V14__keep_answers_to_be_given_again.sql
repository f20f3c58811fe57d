-- What a POST with an Idempotency-Key was answered with, written in the transaction of its effect: so there is never one without the other.
create table kept_answer (
    -- The caller, a slash, and the key.
    name        text        primary key,
    -- SHA-256 of the request, to tell another one under the same key.
    fingerprint bytea       not null,
    status      int         not null,
    location    text,
    etag        text,
    body        text,
    -- It held a secret, which is not kept.
    shown_once  boolean     not null,
    kept_until  timestamptz not null,
    check (not shown_once or body is null)
);

create index kept_answer_by_kept_until on kept_answer (kept_until);
