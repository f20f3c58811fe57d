package dev.standfirst.comment.block;

import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is blocked, as management shows it. */
public record BlockView(
        @Schema(description = "Its id, which never changes; reasons of comments name it")
        UUID id,

        @Schema(description = "What it is compared with") BlockKind kind,

        @Schema(
                description =
                        "What is blocked, in one form: addresses in lower case, domains in ASCII, ranges by their first address",
                examples = "casino.example")
        String value,

        @Schema(description = "What becomes of a comment that it is found in")
        BlockAction action,

        @Schema(description = "Why it is blocked") @Nullable String note,

        @Schema(description = "When it was created") Instant createdAt,

        @Schema(description = "When it was last changed") Instant updatedAt,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version)
        implements Versioned {}
