package dev.standfirst.collection;

import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collection as the desk is shown it. */
public record CollectionView(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "front-page")
        String slug,

        @Schema(description = "Its name", examples = "Front page")
        String name,

        @Schema(description = "A sentence on what it gathers") @Nullable
        String description,

        @Schema(description = "The stories that it holds now, in order; also those that are not live")
        List<ItemView> items,

        @Schema(description = "When the next edition of it begins; null if none is scheduled") @Nullable
        Instant nextEditionAt,

        @Schema(description = "When it was created here") Instant createdAt,

        @Schema(description = "When it was last changed, by an editor or by an edition that began")
        Instant updatedAt,

        @Schema(
                description = "Counts its changes, editions that began among them; the ETag is this number in quotes",
                minimum = "1")
        long version)
        implements Versioned {

    CollectionDraft draft() {
        return new CollectionDraft(
                slug, name, description, items.stream().map(ItemView::draft).toList());
    }
}
