package dev.standfirst.article.preview;

import dev.standfirst.change.LoggedChange;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A preview, without what opens it. */
public record PreviewView(
        @Schema(description = "Its id, by which it is revoked")
        UUID id,

        @Schema(description = "The revision that it shows", minimum = "1")
        long revision,

        @Schema(description = "What it is for, in the words of who made it") @Nullable
        String note,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "Who made it") LoggedChange.Who createdBy,

        @Schema(description = "Until when it can be opened") Instant expiresAt,

        @Schema(description = "When it was revoked; null if it was not") @Nullable
        Instant revokedAt) {}
