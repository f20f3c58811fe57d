package dev.standfirst.comment;

import dev.standfirst.article.CommentPolicy;
import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which comments the articles of the site take that do not say otherwise. */
@Schema(description = "Which comments the articles of the site take that do not say otherwise")
public record SitePolicyView(
        @Schema(description = "Which comments are shown at once; first, until somebody chose")
        CommentPolicy policy,

        @Schema(
                description =
                        "For how many days after publishedAt comments are taken; null for as long as the article is live")
        @Nullable
        Integer closeAfterDays,

        @Schema(description = "When it was last changed; null if never") @Nullable
        Instant updatedAt,

        @Schema(
                description = "Counts its changes, 0 until there is one; the ETag is this number in quotes",
                minimum = "0")
        long version)
        implements Versioned {

    /** What holds until somebody chose. */
    static final SitePolicyView UNCHOSEN = new SitePolicyView(CommentRules.DEFAULT, null, null, 0);

    /** The nil UUID: there is but one. */
    @Override
    public UUID id() {
        return new UUID(0, 0);
    }
}
