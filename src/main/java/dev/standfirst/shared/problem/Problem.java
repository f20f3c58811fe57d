package dev.standfirst.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every answer that reports a failure (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457, application/problem+json).")
public record Problem(
        @Schema(description = "The kind of problem: a stable reference that this server answers with a page of text")
        String type,

        @Schema(description = "The kind of problem in a few words, the same at every occurrence")
        String title,

        @Schema(description = "The HTTP status code", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "This occurrence, in a sentence for people")
        String detail,

        @Schema(description = "The path of the request") String instance,

        @Schema(
                description =
                        "The faults found in the phase that failed: reading, of which a hundred are told at most, or else validating")
        @Nullable
        List<Fault> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Makes the body that reports a problem of this type. */
    public static Problem of(ProblemType type, String detail, String instance, List<Fault> faults) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                instance,
                faults.isEmpty() ? null : List.copyOf(faults));
    }
}
