package dev.standfirst.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a decision on many comments. */
@Schema(description = "What came of a decision on many comments")
public record DecisionResult(
        @Schema(description = "Whether it was only counted, and nothing decided")
        boolean dryRun,

        @Schema(description = "How many comments it was about", minimum = "0", maximum = "10000")
        int matched,

        @Schema(description = "How many stand otherwise now, or would", minimum = "0", maximum = "10000")
        int changed,

        @Schema(
                description = "How many stood so already, or are deleted, or are not there: those are left as they are",
                minimum = "0",
                maximum = "10000")
        int unchanged) {}
