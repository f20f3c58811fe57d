package dev.standfirst.revision;

import dev.standfirst.change.LoggedChange;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a revision, but for what the thing said. */
public record Revision(
        @Schema(description = "The version of the article that it made", minimum = "1")
        long number,

        @Schema(description = "When it was made") Instant at,

        @Schema(description = "Who made it") LoggedChange.Who actor,

        @Schema(description = "What was done", examples = "article.publish")
        String action,

        @Schema(description = "Why, in the words of who did it") @Nullable
        String note,

        @Schema(description = "Whether it is of a working copy, which readers did not see then")
        boolean pending,

        @Schema(
                description = "What differs from the revision before; in the first, all that there is",
                examples = "[\"title\", \"body\"]")
        List<String> fields) {

    /** The name among the fields that stands for the text. */
    static final String BODY = "body";
}
