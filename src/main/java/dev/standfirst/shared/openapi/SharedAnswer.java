package dev.standfirst.shared.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answers that are the same wherever they occur; from 400 on each is a problem. */
enum SharedAnswer {
    NOT_MODIFIED(304, "What the caller has is still so", SharedHeader.CACHE_CONTROL, SharedHeader.ETAG),
    PERMANENT_REDIRECT(308, "It has moved", SharedHeader.CACHE_CONTROL, SharedHeader.LOCATION),
    BAD_REQUEST(400, "The request cannot be read: malformed, or with something unknown or out of bounds in it"),
    UNAUTHORIZED(401, "No key or token, or one that is not valid", SharedHeader.WWW_AUTHENTICATE),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is nothing here"),
    NOT_ACCEPTABLE(406, "Accept leaves out every form in which this can be answered"),
    CONFLICT(409, "What is there does not allow this"),
    GONE(410, "It was here once, and is gone"),
    PRECONDITION_FAILED(412, "It has changed since the version in If-Match"),
    CONTENT_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not taken here"),
    UNPROCESSABLE_CONTENT(422, "The request is understood, and breaks rules; all are listed"),
    PRECONDITION_REQUIRED(428, "If-Match is missing"),
    TOO_MANY_REQUESTS(
            429,
            "There were too many of such requests",
            SharedHeader.RATE_LIMIT,
            SharedHeader.RATE_LIMIT_POLICY,
            SharedHeader.RETRY_AFTER),
    INTERNAL_SERVER_ERROR(500, "A defect of the server"),
    SERVICE_UNAVAILABLE(503, "The server cannot serve just now", SharedHeader.RETRY_AFTER);

    private final int status;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the type cannot say so
    private final List<SharedHeader> headers;

    SharedAnswer(int status, String description, SharedHeader... headers) {
        this.status = status;
        this.description = description;
        this.headers = List.of(headers);
    }

    static SharedAnswer of(int status) {
        return Arrays.stream(values())
                .filter(answer -> answer.status == status)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No shared answer has the status " + status));
    }

    /** The name in the document: {@code NotFound}. */
    String part() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    boolean isProblem() {
        return status >= 400;
    }

    String description() {
        return description;
    }

    List<SharedHeader> headers() {
        return headers;
    }
}
