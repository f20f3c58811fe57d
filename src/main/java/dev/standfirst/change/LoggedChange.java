package dev.standfirst.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of the log. */
public record LoggedChange(
        @Schema(
                description =
                        "The place in the log; a later commit always has a higher number, and numbers may be missing",
                minimum = "1")
        long number,

        @Schema(description = "When it was committed, to within the time that the commit took")
        Instant at,

        @Schema(description = "Who did it") Who actor,

        @Schema(description = "What was done: the type of the thing and a verb", examples = "article.publish")
        String action,

        @Schema(description = "What it was done to") Thing thing,

        @Schema(description = "What readers may have kept that this change made old", examples = "[\"articles\"]")
        List<String> groups) {

    /** Who made a change: a key, or the system itself. */
    public record Who(
            @Schema(description = "The id of the key; that of the system itself is all zeros")
            UUID id,

            @Schema(description = "The name that the key had then")
            String name) {}

    /** The thing that a change was made to. */
    public record Thing(
            @Schema(description = "What it is", examples = "article")
            String type,

            @Schema(description = "Its id, also after it is gone")
            UUID id,

            @Schema(description = "Its version after the change", minimum = "0")
            long version) {}
}
