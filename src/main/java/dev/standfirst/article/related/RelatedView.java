package dev.standfirst.article.related;

import dev.standfirst.access.ArticleStatus;
import dev.standfirst.article.Relation;
import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an article is related to, as management shows it. */
public record RelatedView(
        @Schema(description = "The id of the article, which never changes")
        UUID id,

        @Schema(
                description =
                        "The version of the article, of which setting the links is a change; the ETag is this number in quotes",
                minimum = "1")
        long version,

        @Schema(description = "The links in order") List<Link> items)
        implements Versioned {

    /** A link to an article, or to a page elsewhere. */
    @Schema(
            name = "RelatedLinkView",
            description = "A link to an article, or to a page elsewhere: one of article and url is null")
    public record Link(
            @Schema(description = "What it is to the article")
            Relation relation,

            @Schema(description = "The article that is linked to") @Nullable
            Target article,

            @Schema(description = "The page elsewhere") @Nullable
            String url,

            @Schema(description = "The title of the page") @Nullable
            String title,

            @Schema(description = "Who published the page") @Nullable
            String publisher) {}

    /** An article that is linked to. */
    @Schema(name = "RelatedTarget", description = "An article that is linked to")
    public record Target(
            @Schema(description = "Its id, which never changes")
            UUID id,

            @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
            String slug,

            @Schema(description = "The headline") String title,

            @Schema(
                    description =
                            "Where it stands. Readers see the link while it is published, publishedAt has come and its end has not")
            ArticleStatus status,

            @Schema(description = "From when readers see it, once its status is published") @Nullable
            Instant publishedAt) {}
}
