package dev.standfirst.collection;

import dev.standfirst.shared.http.Located;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a collection is to hold from a moment on. */
public record EditionView(
        @Schema(description = "Its id, by which it is cancelled")
        UUID id,

        @Schema(description = "The id of the collection") UUID collection,

        @Schema(description = "From when on") Instant startsAt,

        @Schema(description = "Why") @Nullable String note,

        @Schema(description = "Its stories in order; also those that are not live")
        List<ItemView> items)
        implements Located {

    @Override
    public String location() {
        return "/v1/manage/collections/" + collection + "/schedule/" + id;
    }
}
