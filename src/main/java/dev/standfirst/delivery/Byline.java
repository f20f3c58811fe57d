package dev.standfirst.delivery;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An author of an article. */
@Schema(description = "An author of an article")
public record Byline(
        @Schema(description = "The id, which never changes") UUID id,

        @Schema(description = "The address", examples = "ines-calder")
        String slug,

        @Schema(description = "The name", examples = "Ines Calder")
        String name) {}
