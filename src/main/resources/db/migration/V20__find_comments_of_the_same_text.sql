-- What is compared of a text: neither how it is spaced and pointed, nor its capitals, nor characters that nobody sees. Texts that differ in
-- more than that have different numbers, but for one pair in 2^64.
create function comment_sameness(written text) returns bigint
    language sql immutable strict parallel safe
    return hashtextextended(
        regexp_replace(
            lower(normalize(written, nfkc)),
            '[[:space:][:punct:]\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+', '', 'g'),
        0);

create index comment_same_text on comment (comment_sameness(text), created_at);
