package dev.standfirst.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standfirst.shared.http.Located;
import dev.standfirst.shared.idempotency.WithSecret;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as it is told to who wrote it. */
@Schema(description = "A comment as it is told to who wrote it")
public record OwnComment(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "The id of the article") UUID article,

        @Schema(
                description =
                        "approved: readers see it; pending: they do not, and it is at no public address; whether it ever will be is not told",
                enumeration = {"approved", "pending"})
        CommentStatus status,

        @Schema(description = "The comment that it answers; null where it answers the article") @Nullable
        UUID parentId,

        @Schema(description = "Who wrote it, as readers see it")
        CommentWriter author,

        @Schema(description = "The text as HTML, sanitised") String html,

        @Schema(description = "The same as plain text") String text,

        @Schema(description = "When it was sent") Instant createdAt,

        @Schema(description = "When its text was last changed; null if never") @Nullable
        Instant editedAt,

        @Schema(
                description =
                        "Proves who wrote it: as Authorization: Bearer, it changes and deletes the comment until editableUntil, and speaks for its writer when another one is sent. Only in the answer to the POST. A secret: keep it on the reader's device alone")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String editToken,

        @Schema(description = "Until when it can be changed and deleted by who wrote it")
        Instant editableUntil)
        implements WithSecret, Located {

    /** What is said of a comment, whatever the rules think of it: who sends spam is not told so. */
    static OwnComment of(Comment comment, @Nullable String editToken, Instant editableUntil) {
        return new OwnComment(
                comment.id,
                comment.articleId,
                comment.isApproved() ? CommentStatus.APPROVED : CommentStatus.PENDING,
                comment.parentId,
                new CommentWriter(
                        comment.authorName,
                        comment.authorUrl,
                        comment.staff,
                        comment.isApproved() ? comment.avatarKey : null),
                String.valueOf(comment.html),
                String.valueOf(comment.text),
                comment.createdAt,
                comment.editedAt,
                editToken,
                editableUntil);
    }

    @Override
    public OwnComment withoutSecret() {
        return new OwnComment(
                id, article, status, parentId, author, html, text, createdAt, editedAt, null, editableUntil);
    }

    @Override
    public String location() {
        return "/v1/comments/" + id;
    }
}
