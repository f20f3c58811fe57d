package dev.standfirst.delivery;

import dev.standfirst.shared.media.Image;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collection as readers see it. */
@Schema(description = "A collection, with those of its stories that are live")
public record DeliveredCollection(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "front-page")
        String slug,

        @Schema(description = "Its name", examples = "Front page")
        String name,

        @Schema(description = "A sentence on what it gathers") @Nullable
        String description,

        @Schema(description = "When it was last changed, by an editor or by time")
        Instant updatedAt,

        @Schema(description = "Its live stories in the editor's order, 200 at most")
        List<Item> items) {

    /** A story in its place. */
    @Schema(name = "CollectionItem", description = "A story in its place in a collection")
    public record Item(
            @Schema(description = "The headline to show here: one for this place, or else the story's own")
            String title,

            @Schema(description = "The image to show here: one for this place, or else the story's own") @Nullable
            Image image,

            @Schema(description = "The story") ArticleTeaser article) {}
}
