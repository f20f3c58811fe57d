package dev.standfirst.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What its writer may change of a comment. */
@Schema(description = "What its writer may change of a comment")
public record CommentEdit(
        @Schema(description = "The text, as in a new comment") @NotBlank @Size(max = CommentDraft.MAX_LENGTH)
        String body) {}
