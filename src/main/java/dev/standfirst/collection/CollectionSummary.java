package dev.standfirst.collection;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collection in a list of the desk. */
public record CollectionSummary(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "front-page")
        String slug,

        @Schema(description = "Its name", examples = "Front page")
        String name,

        @Schema(description = "A sentence on what it gathers") @Nullable
        String description,

        @Schema(description = "How many stories it holds now", minimum = "0")
        int size,

        @Schema(description = "When the next edition of it begins; null if none is scheduled") @Nullable
        Instant nextEditionAt,

        @Schema(description = "When it was last changed, by an editor or by an edition that began")
        Instant updatedAt,

        @Schema(
                description = "Counts its changes, editions that began among them; the ETag is this number in quotes",
                minimum = "1")
        long version) {}
