package dev.standfirst.comment;

import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment that readers left where the site was before. */
@Schema(description = "A comment that readers left where the site was before")
public record EarlierComment(
        @Schema(description = "The slug or id of the article that it belongs to") @NotBlank @Size(max = 200)
        String article,

        @Schema(
                description =
                        "The id of the comment that it answers, on the same article; without it, it answers the article")
        @Size(min = 1, max = 200)
        @Nullable
        String parent,

        @Schema(description = "Who wrote it") @NotNull @Valid
        Writer author,

        @Schema(description = "The text, in the small part of Markdown that comments have")
        @NotBlank
        @Size(max = CommentDraft.MAX_LENGTH)
        String body,

        @Schema(description = "When it was written") @NotNull
        Instant createdAt,

        @Schema(
                description = "pending, approved, spam or trash; pending if left out",
                enumeration = {"pending", "approved", "spam", "trash"})
        @Nullable
        CommentStatus status,

        @Schema(description = "Whether somebody of the site wrote it; if left out, no, or as it is") @Nullable
        Boolean staff) {
    /** How many comments may stand above one. */
    public static final int DEEPEST = Comment.DEEPEST;

    /** Who wrote it. Where the address is not known, nobody is asked for one. */
    @Schema(name = "EarlierCommentAuthor", description = "Who wrote it")
    public record Writer(
            @Schema(description = "The name that is shown") @NotBlank @Size(max = 80)
            String name,

            @Schema(description = "The e-mail address, for the desk alone", format = "email")
            @Email(regexp = CommentDraft.EMAIL, message = "must be an e-mail address, as ines@example.org")
            @Size(max = 254)
            @Nullable
            String email,

            @Schema(description = "A page of the writer's own", format = "uri") @HttpUrl @Nullable
            String url) {}

    CommentStatus place() {
        return status == null ? CommentStatus.PENDING : status;
    }
}
