package dev.standfirst.comment;

import dev.standfirst.article.CommentPolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which comments the articles of the site take that do not say otherwise, as the desk writes it. */
@Schema(description = "Which comments the articles of the site take that do not say otherwise")
public record SitePolicy(
        @Schema(description = "Which comments are shown at once") @NotNull
        CommentPolicy policy,

        @Schema(
                description =
                        "For how many days after publishedAt comments are taken; without it, for as long as the article is live")
        @Min(1)
        @Max(36_500)
        @Nullable
        Integer closeAfterDays) {}
