package dev.standfirst.delivery;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collection without its stories. */
@Schema(description = "A collection, without its stories")
public record CollectionLabel(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "front-page")
        String slug,

        @Schema(description = "Its name", examples = "Front page")
        String name,

        @Schema(description = "A sentence on what it gathers") @Nullable
        String description) {}
