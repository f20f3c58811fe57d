package dev.standfirst.comment.person;

import dev.standfirst.comment.CommentStatus;
import dev.standfirst.comment.CommentView;
import dev.standfirst.comment.block.BlockView;
import dev.standfirst.comment.spam.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is stored about a person. */
@Schema(description = "All that is stored about a person")
public record PersonExport(
        @Schema(description = "The address, as it is stored")
        String email,

        @Schema(description = "The person's comments, the oldest first")
        List<Written> comments,

        @Schema(description = "The ids of comments of others in which the address stands")
        List<UUID> mentions,

        @Schema(description = "What the block lists have about the person")
        List<BlockView> blocks,

        @Schema(
                description =
                        "How many answers are kept for a day, to be given again to a repeated request, that hold something of this",
                minimum = "0")
        int keptAnswers) {

    /** A comment with all that is stored with it. */
    @Schema(name = "ExportedComment", description = "A comment with all that is stored with it")
    public record Written(
            @Schema(description = "Its id") UUID id,

            @Schema(description = "The article that it stands below")
            CommentView.Below article,

            @Schema(description = "Where it stands") CommentStatus status,

            @Schema(description = "The comment that it answers") @Nullable
            UUID parentId,

            @Schema(description = "The name given") @Nullable
            String name,

            @Schema(description = "The page given") @Nullable
            String url,

            @Schema(description = "The key for drawing a picture") @Nullable
            String avatarKey,

            @Schema(description = "The text as it was written") @Nullable
            String body,

            @Schema(description = "The IP address that it came from; null once that is no longer kept") @Nullable
            String ip,

            @Schema(description = "The program that sent it; null once that is no longer kept") @Nullable
            String userAgent,

            @Schema(description = "The sum of the points of the reasons")
            int score,

            @Schema(description = "What the layers against spam found")
            List<Reason> reasons,

            @Schema(description = "When it was sent") Instant createdAt,

            @Schema(description = "When its text was last changed") @Nullable
            Instant editedAt,

            @Schema(description = "When a moderator decided on it") @Nullable
            Instant decidedAt) {}
}
