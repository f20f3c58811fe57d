package dev.standfirst.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.tag.TagKind;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag that live articles have. */
@Schema(description = "A tag that live articles have")
public record DeliveredTag(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "harbour")
        String slug,

        @Schema(description = "Its name", examples = "Harbour")
        String name,

        @Schema(description = "A sentence on what it gathers") @Nullable
        String description,

        @Schema(description = "What kind of thing it stands for")
        TagKind kind,

        @Schema(description = "A JSON object of the site's own")
        ObjectNode custom,

        @Schema(description = "How many live articles have it; only with ?include=counts", minimum = "1")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Long articleCount) {}
