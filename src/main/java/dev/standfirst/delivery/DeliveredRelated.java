package dev.standfirst.delivery;

import dev.standfirst.article.Relation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What else there is for readers of an article. */
@Schema(description = "What else there is for readers of an article")
public record DeliveredRelated(
        @Schema(description = "What an editor chose, in order, then suggestions, the best first")
        List<Item> items) {

    /** A live article, or a page elsewhere. */
    @Schema(
            name = "RelatedItem",
            description = "A live article, or a page elsewhere: exactly one of article and link is not null")
    public record Item(
            @Schema(description = "Whether an editor chose it, or it is suggested by what the articles share")
            Origin origin,

            @Schema(description = "What it is to the article; a suggestion is always more")
            Relation relation,

            @Schema(description = "The live article") @Nullable
            ArticleTeaser article,

            @Schema(description = "The page elsewhere") @Nullable
            Link link) {}

    /** Who says that something is related. */
    @Schema(name = "RelatedOrigin")
    public enum Origin {
        CHOSEN,
        SUGGESTED
    }

    /** A page elsewhere. */
    @Schema(name = "RelatedLink", description = "A page elsewhere")
    public record Link(
            @Schema(
                    description = "Where the page is",
                    format = "uri",
                    examples = "https://example.org/reports/fog-signals")
            String url,

            @Schema(description = "Its title") String title,

            @Schema(description = "Who published it", examples = "Averin Port Authority") @Nullable
            String publisher) {}
}
