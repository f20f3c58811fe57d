package dev.standfirst.redirect;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a redirect leads: to a thing, by its id, or to a location. */
@Schema(description = "Where a redirect leads: to a thing, by its id, or to a location")
public record RedirectTarget(
        @Schema(description = "What it is") TargetType type,

        @Schema(description = "The id of the article, tag or author; null for a location") @Nullable
        UUID id,

        @Schema(
                description = "A path of the site or an absolute URL; null for a thing",
                examples = "/harbour/",
                maxLength = SitePath.MAX_LENGTH)
        @Nullable
        String location) {

    static RedirectTarget of(TargetType type, UUID id) {
        return new RedirectTarget(type, id, null);
    }

    static RedirectTarget of(String location) {
        boolean ofSite = location.startsWith("/");
        return new RedirectTarget(
                TargetType.LOCATION, null, ofSite ? SitePath.of(location).written() : location);
    }

    /** The location as paths are compared, where it is one. */
    @Nullable
    String comparedPath() {
        return location != null && location.startsWith("/")
                ? SitePath.of(location).compared()
                : null;
    }
}
