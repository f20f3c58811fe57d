package dev.standfirst.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a line of a file. */
@Schema(description = "What is wrong with a line of a file")
public record ImportFault(
        @Schema(description = "The number of the line, from 1")
        long line,

        @Schema(
                description =
                        "A JSON pointer (RFC 6901) into the line, as a URI fragment; of a longer one the first 1,000 characters and an ellipsis",
                examples = "#/title")
        String pointer,

        @Schema(
                description =
                        "The problem type of a request that would have this fault; /problems/not-taken tells of what was left out or changed on the way, which refuses and stops nothing",
                examples = "/problems/slug-taken")
        String type,

        @Schema(description = "What is wrong there, in a sentence for people")
        String detail) {}
