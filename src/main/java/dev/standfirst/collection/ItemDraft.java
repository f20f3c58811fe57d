package dev.standfirst.collection;

import dev.standfirst.shared.media.Image;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A story that an editor puts into a collection. */
@Schema(name = "CollectionItemDraft", description = "A story that an editor puts into a collection")
public record ItemDraft(
        @Schema(
                description =
                        "The slug or id of the story, whatever its status: readers see it here while it is live. An old slug will do",
                examples = "the-last-keeper-of-the-fog")
        @NotBlank
        @Size(max = 200)
        String article,

        @Schema(description = "A headline for this place, instead of the story's own")
        @Size(min = 1, max = 300)
        @Nullable
        String title,

        @Schema(description = "An image for this place, instead of the story's own") @Valid @Nullable
        Image image) {}
