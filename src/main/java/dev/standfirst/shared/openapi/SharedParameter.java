package dev.standfirst.shared.openapi;

/** The request headers that many operations take. */
public enum SharedParameter {
    IDEMPOTENCY_KEY(
            "Idempotency-Key",
            false,
            "Names this request among those of the same caller, so that it can be sent again without a second effect: with the same address, query"
                    + " and body, the first answer is given again, for 24 hours if the server is not set otherwise. With others it is refused"
                    + " (422, idempotency-key-reused), and while the first is running too (409, idempotency-key-in-use, with Retry-After). A request"
                    + " that was refused is not kept: sent again, it is tried again. An answer that holds a secret which cannot be made again is not kept either"
                    + " (409, answer-not-repeated, with Location). 1 to 255 visible ASCII characters without spaces, in quotes or not; a UUID is"
                    + " best (draft-ietf-httpapi-idempotency-key-header)",
            "\"0195a000-7d0b-7f7e-9a57-1c2d8b6e4a90\""),
    IF_MATCH(
            "If-Match",
            true,
            "The ETag of the version that the change was made from, or * to overwrite whatever is there (RFC 9110)",
            "\"7\""),
    IF_NONE_MATCH(
            "If-None-Match",
            false,
            "ETags of earlier answers; where one still holds, the answer is 304 without a body (RFC 9110)",
            "\"2f7a91c04d5e\"");

    private final String field;
    private final boolean required;
    private final String meaning;
    private final String example;

    SharedParameter(String field, boolean required, String meaning, String example) {
        this.field = field;
        this.required = required;
        this.meaning = meaning;
        this.example = example;
    }

    String field() {
        return field;
    }

    boolean required() {
        return required;
    }

    String meaning() {
        return meaning;
    }

    String example() {
        return example;
    }
}
