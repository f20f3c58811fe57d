package dev.standfirst.shared.openapi;

/** The request headers that many operations take. */
public enum SharedParameter {
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
