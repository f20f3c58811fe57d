package dev.standfirst.shared.problem;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/** The problems that any request can meet, whatever it is about. */
public enum RequestProblem implements ProblemType {
    // Reading: the request cannot be understood.
    MALFORMED_JSON(
            400,
            "The body is not JSON",
            "The body is not well-formed JSON (RFC 8259), or names a member twice. The detail gives line and column."),
    UNREADABLE_REQUEST(
            400,
            "The request cannot be read",
            "Several faults of different kinds were met while reading the request; each has its place and its own code."),
    UNKNOWN_FIELD(
            400,
            "Unknown field",
            "The body has a member that this resource does not know. Nothing is ever ignored; the detail names the nearest known member."),
    WRONG_TYPE(400, "Wrong type", "A member of the body has a JSON type, or a form, other than the contract says."),
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The query has a parameter that this resource does not know. Nothing is ever ignored; the detail names the nearest known one."),
    INVALID_PARAMETER(
            400,
            "Invalid parameter",
            "A parameter of the query or the path has a value outside of what the contract allows, or is given twice."),
    INVALID_CURSOR(
            400,
            "Not a cursor",
            "The value of ‘after’ is not one that this server gave. Take it whole from page.next of the last answer."),
    CURSOR_MISMATCH(
            400,
            "The cursor belongs to another list",
            "A cursor is bound to the filter and the order it was given for. Repeat those parameters, or begin without ‘after’."),
    INVALID_HEADER(400, "Invalid header", "A request header cannot be read."),
    BAD_REQUEST(
            400,
            "The request cannot be read",
            "The request is not well-formed HTTP (RFC 9110, RFC 9112), or its address is not well-formed."),

    // Validating: understood, but not acceptable.
    UNACCEPTABLE_REQUEST(
            422,
            "The request cannot be accepted",
            "Several faults of different kinds were met while checking the request; each has its place and its own code."),
    VALIDATION_FAILED(
            422,
            "Validation failed",
            "Members of the body break the rules that the contract states; each fault has its place and a code."),
    MISSING_OFFSET(
            422,
            "A time without an offset",
            "Times are RFC 3339 with an offset: 2026-03-01T09:30:00Z or 2026-03-01T10:30:00+01:00."),
    INVALID_CHARACTER(
            422, "A character that cannot be stored", "Text may not hold U+0000 or half of a surrogate pair."),

    // Finding, and agreeing on a form.
    NOT_FOUND(
            404, "Not found", "There is nothing at this address. It may never have been there, or may not be public."),
    GONE(410, "Gone", "What was at this address was public once, and is no longer."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address exists, but not for this method; the header Allow lists those it takes."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The header Accept leaves out every form in which this address can answer."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The body is of a type that this address does not take. The contract names those that it takes: mostly application/json, with PATCH application/merge-patch+json too, and for files that are brought in application/x-ndjson or application/xml."),

    // Writing safely.
    VERSION_REQUIRED(
            428,
            "If-Match is required",
            "A change must say which version it was made from: send the ETag of the last answer as If-Match, or If-Match: * to overwrite (RFC 6585)."),
    VERSION_IS_STALE(
            412,
            "The version is stale",
            "It has changed since it was read. Read it again, and repeat the change with the new ETag in If-Match."),

    CONFLICT(
            409,
            "Another writer was faster",
            "Two requests wanted the same at the same moment, and this one lost. Nothing of it was kept; it can be sent again."),

    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "More came of this than is taken in a while. Try again after the seconds in Retry-After; the headers RateLimit and RateLimit-Policy tell the limits, and the detail names the one that is reached."),

    // Size.
    CONTENT_TOO_LARGE(413, "The body is too large", "A body may have at most 2 MiB."),
    URI_TOO_LONG(
            414,
            "The address is too long",
            "The request line may have at most 4,096 bytes; use fewer or shorter parameters."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "The request's headers together may have at most 20 KB."),

    // Failing.
    INTERNAL_ERROR(
            500,
            "An error of the server",
            "The request met a defect. It is written to the server's log under the number in the detail; nothing of the request was kept."),
    UNAVAILABLE(
            503,
            "Unavailable",
            "The database cannot be reached or is too busy. Nothing of the request was kept; try again after the seconds in Retry-After.");

    private final Kind kind;

    RequestProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    /** The fault of a text that cannot be stored. */
    public static Fault unstorable(String pointer) {
        return INVALID_CHARACTER.at(pointer, "holds U+0000 or half of a surrogate pair");
    }

    static Optional<RequestProblem> bySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
