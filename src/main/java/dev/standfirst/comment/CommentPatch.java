package dev.standfirst.comment;

import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk may change of a comment. */
@Schema(description = "What the desk may change of a comment")
public record CommentPatch(
        @Schema(description = "The name that is shown; null where it was erased") @Size(min = 1, max = 80) @Nullable
        String name,

        @Schema(description = "The page of its writer", format = "uri") @HttpUrl @Nullable
        String url,

        @Schema(description = "The text, as in a reader's comment") @NotBlank @Size(max = CommentDraft.MAX_LENGTH)
        String body) {}
