package dev.standfirst.collection;

import dev.standfirst.access.ArticleStatus;
import dev.standfirst.shared.media.Image;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A story in a collection, as the desk is shown it. */
@Schema(name = "CollectionItemView", description = "A story in a collection")
public record ItemView(
        @Schema(description = "The story") Story article,

        @Schema(description = "A headline for this place; null for the story's own") @Nullable
        String title,

        @Schema(description = "An image for this place; null for the story's own") @Nullable
        Image image) {

    ItemDraft draft() {
        return new ItemDraft(article.id.toString(), title, image);
    }

    /** A story that is in a collection. */
    @Schema(name = "CollectionStory", description = "A story that is in a collection")
    public record Story(
            @Schema(description = "Its id, which never changes")
            UUID id,

            @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
            String slug,

            @Schema(description = "The headline") String title,

            @Schema(
                    description =
                            "Where it stands. Readers see it here while it is published, publishedAt has come and its end has not")
            ArticleStatus status,

            @Schema(description = "From when readers see it, once its status is published") @Nullable
            Instant publishedAt) {}
}
