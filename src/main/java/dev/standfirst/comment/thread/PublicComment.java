package dev.standfirst.comment.thread;

import dev.standfirst.comment.CommentWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as readers see it. There is no place in it for an address of who wrote it. */
@Schema(description = "A comment as readers see it")
public record PublicComment(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(
                description =
                        "approved; or deleted for one that is not shown, and stays without author and text because replies hang on it: its writer or a moderator took it away, or it waits anew after a change and may come back",
                enumeration = {"approved", "deleted"})
        String status,

        @Schema(description = "The comment that it answers; null where it answers the article") @Nullable
        UUID parentId,

        @Schema(
                description =
                        "Whom it answers, where it does not stand among the replies of that comment: because threads are nested no deeper, or because this list is flat. Draw it where the comment that it answers does not stand right above it")
        @Nullable
        Answered replyTo,

        @Schema(description = "Who wrote it; null where it is deleted") @Nullable
        CommentWriter author,

        @Schema(
                description =
                        "The text as HTML, sanitised: p, br, em, strong, del, a, blockquote, pre and code alone; null where it is deleted")
        @Nullable
        String html,

        @Schema(description = "The same as plain text; null where it is deleted") @Nullable
        String text,

        @Schema(description = "When it was sent") Instant createdAt,

        @Schema(description = "When its writer or a moderator last changed the text; null if never") @Nullable
        Instant editedAt,

        @Schema(description = "How many comments that are shown hang on it, at any depth", minimum = "0")
        int replyCount,

        @Schema(
                description =
                        "The first of all that hang on it, nested, each before those that answer it and else the oldest first. How many there are in all is a limit of the comment at the top, so a reply may have fewer replies in it than it has. Empty in a flat list")
        List<PublicComment> replies,

        @Schema(
                description =
                        "Where the others are: a flat list of all that hang on it behind the last one here, as a reference relative to this server. Put each below its parentId, which is here or came before it; no deeper than the levels of the form, beyond which it stands beside. Null where all are here, and on replies")
        @Nullable
        String moreReplies) {

    /** A comment that is answered elsewhere. */
    @Schema(name = "AnsweredComment", description = "A comment that is answered elsewhere")
    public record Answered(
            @Schema(description = "Its id") UUID id,

            @Schema(description = "The name of who wrote it; null where it is deleted") @Nullable
            String name) {}
}
