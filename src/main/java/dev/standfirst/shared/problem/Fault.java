package dev.standfirst.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a request, and its place: exactly one of {@code pointer}, {@code parameter} and {@code header} is there (the names are
 * those of JSON:API 1.1, section "Error objects").
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One fault of a request. Exactly one of pointer, parameter and header names its place.")
public record Fault(
        @Schema(
                description =
                        "A JSON pointer (RFC 6901) into the request's body, as a URI fragment; of a longer one the first 1,000 characters and an ellipsis",
                examples = "#/image/url")
        @Nullable
        String pointer,

        @Schema(description = "The name of a parameter of the query or the path", examples = "limit") @Nullable
        String parameter,

        @Schema(description = "The name of a request header", examples = "If-Match") @Nullable
        String header,

        @Schema(
                description = "What kind of fault it is; most are the last segment of a problem type",
                examples = "too-long")
        String code,

        @Schema(
                description = "What is wrong there, in a sentence for people",
                examples = "is longer than 200 characters")
        String detail) {

    /** So many are told at once of what was read; an answer must not be longer than what it answers. */
    public static final int MOST = 100;

    /** In characters; a member may have a name of 40,000, and each fault below it would have that. */
    private static final int LONGEST_POINTER = 1_000;

    public Fault {
        pointer = pointer == null ? null : cut(pointer);
    }

    /** As much of a pointer as is told. */
    public static String cut(String pointer) {
        return pointer.length() > LONGEST_POINTER ? pointer.substring(0, LONGEST_POINTER) + "…" : pointer;
    }
}
