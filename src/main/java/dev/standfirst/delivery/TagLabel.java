package dev.standfirst.delivery;

import dev.standfirst.tag.TagKind;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag on an article. */
@Schema(description = "A tag on an article")
public record TagLabel(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "harbour")
        String slug,

        @Schema(description = "Its name", examples = "Harbour")
        String name,

        @Schema(description = "What kind of thing it stands for")
        TagKind kind) {}
