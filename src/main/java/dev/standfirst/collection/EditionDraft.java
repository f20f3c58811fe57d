package dev.standfirst.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a collection is to hold from a moment on. */
public record EditionDraft(
        @Schema(description = "From when on; it must lie ahead") @NotNull
        Instant startsAt,

        @Schema(description = "Its stories in order, each once") @NotNull @Size(max = CollectionDraft.LONGEST)
        List<@Valid ItemDraft> items,

        @Schema(description = "Why") @Size(max = 300) @Nullable
        String note) {}
