package dev.standfirst.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.media.Image;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An author of live articles. */
@Schema(description = "An author of live articles")
public record DeliveredAuthor(
        @Schema(description = "The id, which never changes") UUID id,

        @Schema(description = "The address", examples = "ines-calder")
        String slug,

        @Schema(description = "The name", examples = "Ines Calder")
        String name,

        @Schema(description = "Some sentences on the author, as plain text") @Nullable
        String bio,

        @Schema(description = "A portrait") @Nullable Image image,

        @Schema(description = "Where else the author is found, in order")
        List<Link> links,

        @Schema(description = "A JSON object of the site's own")
        ObjectNode custom) {

    /** A page where an author is found. */
    @Schema(name = "DeliveredAuthorLink", description = "A page where an author is found")
    public record Link(
            @Schema(description = "The text of the link", examples = "Website")
            String title,

            @Schema(description = "The page", examples = "https://example.org/ines")
            String url) {}
}
