package dev.standfirst.author;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.http.Versioned;
import dev.standfirst.shared.media.Image;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An author as management shows one. */
public record AuthorView(
        @Schema(description = "The id, which never changes") UUID id,

        @Schema(description = "The address", examples = "ines-calder")
        String slug,

        @Schema(description = "The name that readers see", examples = "Ines Calder")
        String name,

        @Schema(description = "Some sentences on the author, as plain text") @Nullable
        String bio,

        @Schema(description = "A portrait") @Nullable Image image,

        @Schema(description = "Where else the author is found, in order")
        List<AuthorLink> links,

        @Schema(description = "A JSON object of the site's own")
        ObjectNode custom,

        @Schema(description = "When the entry was created") Instant createdAt,

        @Schema(description = "When the entry was last changed")
        Instant updatedAt,

        @Schema(description = "Counts the changes; the ETag is this number in quotes", minimum = "1")
        long version)
        implements Versioned {}
