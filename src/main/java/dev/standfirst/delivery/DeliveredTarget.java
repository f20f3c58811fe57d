package dev.standfirst.delivery;

import dev.standfirst.redirect.TargetType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a redirect leads: to something that is live, or to a location. */
@Schema(description = "Where a redirect leads: to something that is live, or to a location")
public record DeliveredTarget(
        @Schema(description = "What it is") TargetType type,

        @Schema(description = "The id of the article, tag, author or collection; null for a location") @Nullable
        UUID id,

        @Schema(description = "The slug that it has now; null for a location", examples = "harbour") @Nullable
        String slug,

        @Schema(description = "A path of the site or an absolute URL; null for anything else") @Nullable
        String location) {}
