package dev.standfirst.comment.block;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a block; for another value there is another block. */
@Schema(description = "What can be changed of a block")
public record BlockChanges(
        @Schema(description = "What becomes of a comment that it is found in") @NotNull
        BlockAction action,

        @Schema(description = "Why it is blocked, for the desk alone") @Size(max = 1000) @Nullable
        String note) {}
