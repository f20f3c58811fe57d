package dev.standfirst.comment.thread;

import dev.standfirst.shared.text.Ref;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many comments some articles have. */
@Schema(description = "How many comments some articles have")
public record CommentCounts(
        @Schema(description = "Those of the articles that are live, in the order in which they were asked for")
        List<OfArticle> items) {

    /** How many comments an article has. */
    @Schema(name = "CommentCount", description = "How many comments an article has")
    public record OfArticle(
            @Schema(description = "The id of the article") UUID article,

            @Schema(description = "Its slug", examples = "the-last-keeper-of-the-fog")
            String slug,

            @Schema(description = "How many of its comments are shown, replies among them", minimum = "0")
            int count) {

        boolean isOf(Ref ref) {
            return ref.id() != null ? article.equals(ref.id()) : slug.equals(ref.slug());
        }
    }
}
