package dev.standfirst.comment;

import dev.standfirst.comment.spam.Reason;
import dev.standfirst.shared.http.Located;
import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as the desk sees it. */
@Schema(description = "A comment as the desk sees it")
public record CommentView(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "The article that it stands below")
        Below article,

        @Schema(
                description =
                        "Where it stands: readers see approved ones; deleted ones have lost text and author, and hold their place")
        CommentStatus status,

        @Schema(description = "The comment that it answers; null where it answers the article") @Nullable
        UUID parentId,

        @Schema(description = "Who wrote it") Writer author,

        @Schema(description = "The text as it was written; null where it is deleted") @Nullable
        String body,

        @Schema(description = "The text as readers see it, as sanitised HTML; null where it is deleted") @Nullable
        String html,

        @Schema(description = "The same as plain text; null where it is deleted") @Nullable
        String text,

        @Schema(
                description =
                        "The network that it came from, which hides the last part of the address; null once that is no longer kept",
                examples = "192.0.2.0/24")
        @Nullable
        String network,

        @Schema(description = "What the program that sent it called itself; null once that is no longer kept") @Nullable
        String userAgent,

        @Schema(
                description =
                        "The sum of the points of its reasons: at 50 it waits for a moderator, at 100 it is taken for spam")
        int score,

        @Schema(description = "What the layers against spam found, and the policy that held it")
        List<Reason> reasons,

        @Schema(description = "How the other comments from the same e-mail address stand now; of the first thousand")
        Earlier earlier,

        @Schema(description = "How many approved comments hang on it, at any depth", minimum = "0")
        int replyCount,

        @Schema(description = "The name of the key of who decided last; null where nobody has, but rules") @Nullable
        String decidedBy,

        @Schema(description = "When somebody decided last") @Nullable
        Instant decidedAt,

        @Schema(description = "When it was sent") Instant createdAt,

        @Schema(description = "When its text was last changed; null if never") @Nullable
        Instant editedAt,

        @Schema(description = "When anything of it was last changed")
        Instant updatedAt,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/v1/manage/comments/" + id;
    }

    /** The article that a comment stands below. */
    @Schema(name = "CommentedArticle", description = "The article that a comment stands below")
    public record Below(
            @Schema(description = "Its id") UUID id,

            @Schema(description = "Its slug", examples = "the-last-keeper-of-the-fog")
            String slug,

            @Schema(description = "Its headline") String title) {}

    /** Who wrote a comment, as the desk knows it. */
    @Schema(name = "CommentAuthorView", description = "Who wrote a comment, as the desk knows it")
    public record Writer(
            @Schema(description = "The name given; null where it was erased") @Nullable
            String name,

            @Schema(description = "The e-mail address, in lower case; null where it was erased, and for the desk's own")
            @Nullable
            String email,

            @Schema(description = "A page of the writer's own") @Nullable
            String url,

            @Schema(description = "Whether it is somebody of the desk")
            boolean staff) {}

    /** How other comments of one address stand. */
    @Schema(name = "EarlierDecisions", description = "How the other comments from one e-mail address stand")
    public record Earlier(
            @Schema(description = "Approved ones", minimum = "0")
            int approved,

            @Schema(description = "Ones that wait", minimum = "0")
            int pending,

            @Schema(description = "Spam", minimum = "0") int spam,

            @Schema(description = "Ones in the trash", minimum = "0")
            int trash) {}
}
