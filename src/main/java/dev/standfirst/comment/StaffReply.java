package dev.standfirst.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the desk answers to a comment. */
@Schema(description = "What the desk answers to a comment")
public record StaffReply(
        @Schema(description = "The text, as in a reader's comment") @NotBlank @Size(max = CommentDraft.MAX_LENGTH)
        String body,

        @Schema(description = "The name that readers see", examples = "The editors") @NotBlank @Size(max = 80)
        String name) {}
