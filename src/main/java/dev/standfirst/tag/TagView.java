package dev.standfirst.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as management shows it. */
public record TagView(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "harbour")
        String slug,

        @Schema(description = "What readers see", examples = "Harbour")
        String name,

        @Schema(description = "A sentence on what it gathers") @Nullable
        String description,

        @Schema(description = "What kind of thing it stands for")
        TagKind kind,

        @Schema(description = "A JSON object of the site's own")
        ObjectNode custom,

        @Schema(description = "When it was created") Instant createdAt,

        @Schema(description = "When it was last changed") Instant updatedAt,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version)
        implements Versioned {}
