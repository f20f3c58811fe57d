package dev.standfirst.article;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link as it is stored: to an article by its id, or to a page with its title. */
@Schema(
        name = "StoredRelatedLink",
        description = "A link to an article, or to a page elsewhere: one of target and url is null")
public record RelatedLink(
        @Schema(description = "What it is to the article") Relation relation,

        @Schema(description = "The id of the article that is linked to") @Nullable
        UUID target,

        @Schema(description = "The page elsewhere") @Nullable
        String url,

        @Schema(description = "The title of the page") @Nullable
        String title,

        @Schema(description = "Who published the page") @Nullable
        String publisher) {}
