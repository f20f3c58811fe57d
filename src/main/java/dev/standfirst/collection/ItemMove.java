package dev.standfirst.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a story of a collection is to stand. Neighbours say that, and not numbers: they mean the same to two who move at once. */
@Schema(name = "CollectionMove", description = "Where a story of a collection is to stand")
public record ItemMove(
        @Schema(description = "The slug or id of the story", examples = "the-last-keeper-of-the-fog")
        @NotBlank
        @Size(max = 200)
        String article,

        @Schema(description = "The slug or id of the story that it is to stand before; without one, it goes to the end")
        @Size(min = 1, max = 200)
        @Nullable
        String before) {}
