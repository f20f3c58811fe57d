package dev.standfirst.article;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.shared.media.Image;
import dev.standfirst.tag.TagRef;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that was written of an article at one of its versions, with the names that its authors and tags had then. */
public record ArticleContent(
        @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
        String slug,

        @Schema(description = "What another system calls it") @Nullable
        ExternalRef externalRef,

        @Schema(description = "The short line above the title") @Nullable
        String kicker,

        @Schema(description = "The headline") String title,

        @Schema(description = "The introductory paragraph below the title, as plain text") @Nullable
        String standfirst,

        @Schema(description = "What teasers show, if the editor wrote it") @Nullable
        String excerpt,

        @Schema(description = "The text as it was written") Text body,

        @Schema(description = "The lead image") @Nullable Image image,

        @Schema(description = "Its authors in order, as they were called then")
        List<AuthorRef> authors,

        @Schema(description = "Its tags in order, as they were called then")
        List<TagRef> tags,

        @Schema(description = "What an editor related it to, in order")
        List<RelatedLink> related,

        @Schema(description = "Where the article really belongs, if it was published elsewhere first") @Nullable
        String canonicalUrl,

        @Schema(description = "What search engines show instead of title and excerpt")
        Seo seo,

        @Schema(description = "The language of title and text (BCP 47)", examples = "en")
        String language,

        @Schema(description = "Whether front pages put it forward")
        boolean featured,

        @Schema(description = "A JSON object of the site's own")
        ObjectNode custom,

        @Schema(description = "Which comments are shown at once; null where the site's own policy holds") @Nullable
        CommentPolicy commentPolicy,

        @Schema(
                description =
                        "For how many days after publishedAt comments are taken; null where the site's own policy holds")
        @Nullable
        Integer commentsCloseAfterDays,

        @Schema(description = "Where the article stood") ArticleStatus status,

        @Schema(description = "From when readers see it, once its status is published") @Nullable
        Instant publishedAt,

        @Schema(description = "From when readers no longer see it") @Nullable
        Instant unpublishAt) {

    /** A text as it was written. */
    @Schema(name = "ArticleText", description = "A text as it was written, not sanitised")
    public record Text(
            @Schema(description = "How the source is written")
            BodyFormat format,

            @Schema(description = "The text itself") String source) {}
}
