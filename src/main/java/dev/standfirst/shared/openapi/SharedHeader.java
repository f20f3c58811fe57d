package dev.standfirst.shared.openapi;

/** The headers of answers, and what they say. */
public enum SharedHeader {
    CACHE_CONTROL(
            "Cache-Control",
            true,
            "How long and where the answer may be kept (RFC 9111)",
            "public, max-age=10, s-maxage=60, stale-while-revalidate=30"),
    ETAG(
            "ETag",
            true,
            "Names what was answered, to ask again by If-None-Match or, where there are changes, to make one by If-Match (RFC 9110)",
            "\"7\""),
    IDEMPOTENCY_REPLAYED(
            "Idempotency-Replayed",
            false,
            "true where this is the answer to an earlier request with the same Idempotency-Key, and nothing was done now",
            "true"),
    LAST_MODIFIED(
            "Last-Modified",
            false,
            "When it was last changed, if that is longer ago than a minute",
            "Sun, 01 Mar 2026 09:30:00 GMT"),
    LINK(
            "Link",
            false,
            "The next page, as rel=\"next\" (RFC 8288); not on the last one",
            "</v1/tags?after=7UOyqA&limit=20>; rel=\"next\""),
    LOCATION(
            "Location",
            true,
            "Where it is, as a reference relative to this server",
            "/v1/articles/0195a000-0000-7000-8000-000000000001"),
    RATE_LIMIT(
            "RateLimit",
            false,
            "What is left of each limit: r requests now, and one more in t seconds (draft-ietf-httpapi-ratelimit-headers, a list of RFC 9651); not where an answer is repeated",
            "\"network\";r=9;t=6"),
    RATE_LIMIT_POLICY(
            "RateLimit-Policy",
            false,
            "The limits: q requests at once, and as many in w seconds, evenly spread",
            "\"network\";q=10;w=60"),
    RETRY_AFTER("Retry-After", true, "After how many seconds to try again", "5"),
    WWW_AUTHENTICATE("WWW-Authenticate", true, "How to be let in (RFC 6750)", "Bearer realm=\"standfirst\"");

    private final String field;
    private final boolean always;
    private final String meaning;
    private final String example;

    SharedHeader(String field, boolean always, String meaning, String example) {
        this.field = field;
        this.always = always;
        this.meaning = meaning;
        this.example = example;
    }

    String field() {
        return field;
    }

    boolean always() {
        return always;
    }

    String meaning() {
        return meaning;
    }

    String example() {
        return example;
    }
}
