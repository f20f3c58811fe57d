package dev.standfirst.comment;

import dev.standfirst.article.CommentPolicy;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a form for comments needs to know. */
@Schema(description = "What a form for comments needs to know")
public record CommentForm(
        @Schema(description = "The id of the article") UUID article,

        @Schema(description = "Whether comments are taken now")
        boolean open,

        @Schema(description = "Which of them are shown at once")
        CommentPolicy policy,

        @Schema(description = "From when on none are taken; null where time alone does not close it") @Nullable
        Instant closesAt,

        @Schema(
                description =
                        "Tells when the form was fetched: send it with the comment. It holds for a day, for any number of comments on this article")
        String formToken,

        @Schema(description = "The most characters (UTF-16) that a text may have", minimum = "1")
        int maxLength,

        @Schema(
                description = "How many levels of replies are put into one another; deeper ones stand on the last",
                minimum = "1")
        int levels) {}
