package dev.standfirst.article.bulk;

import dev.standfirst.shared.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a change of many articles. */
public record BulkResult(
        @Schema(description = "Whether it was only tried, and nothing kept")
        boolean dryRun,

        @Schema(
                description = "How many articles it was about: the sum of the next three",
                minimum = "0",
                maximum = "10000")
        int matched,

        @Schema(description = "How many were changed", minimum = "0", maximum = "10000")
        int changed,

        @Schema(description = "How many were already as they would have become", minimum = "0", maximum = "10000")
        int unchanged,

        @Schema(description = "Those that were refused or met another writer, and are as they were")
        List<Failure> failed) {

    /** An article that was refused. */
    @Schema(name = "BulkFailure", description = "An article that was refused")
    public record Failure(
            @Schema(description = "Its id") UUID id,

            @Schema(description = "What PATCH, DELETE or restore would have answered for it alone")
            Problem problem) {}
}
