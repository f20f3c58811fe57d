package dev.standfirst.comment.spam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a comment has its score: what one layer found. */
@Schema(name = "SpamReason", description = "What one layer against spam found in a comment")
public record Reason(
        @Schema(description = "The layer", examples = "links")
        String layer,

        @Schema(
                description =
                        "What it adds to the score: at 50 a comment waits for a moderator, at 100 it is taken for spam; less than nothing speaks for it",
                minimum = "-100",
                maximum = "100")
        int points,

        @Schema(
                description = "What was found, for people; it never holds an address of the writer",
                examples = "4 links")
        String detail) {

    /** The score from which on a comment waits for a moderator. */
    public static final int HOLDS = 50;

    /** The score from which on a comment is taken for spam. */
    public static final int SPAM = 100;
}
