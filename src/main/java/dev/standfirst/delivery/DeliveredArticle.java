package dev.standfirst.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.body.Block;
import dev.standfirst.body.Heading;
import dev.standfirst.body.Source;
import dev.standfirst.shared.media.Image;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A live article, whole. */
@Schema(description = "A live article, whole")
public record DeliveredArticle(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
        String slug,

        @Schema(description = "The short line above the title") @Nullable
        String kicker,

        @Schema(description = "The headline") String title,

        @Schema(description = "The introductory paragraph below the title, as plain text") @Nullable
        String standfirst,

        @Schema(
                description =
                        "A short text for teasers and for search engines: the editor's, or else the beginning of the body")
        String excerpt,

        @Schema(description = "The lead image") @Nullable Image image,

        @Schema(description = "The text, in the forms that ?body= asks for")
        Body body,

        @Schema(description = "The headings of the text, with their anchors in the HTML")
        List<Heading> outline,

        @Schema(description = "The outbound links of the text, each page once; links to the site itself are none")
        List<Source> sources,

        @Schema(description = "Its authors in order, the first is primary")
        List<Byline> authors,

        @Schema(description = "Its tags in order, the first is primary")
        List<TagLabel> tags,

        @Schema(description = "Where the article really belongs, if it was published elsewhere first (RFC 6596)")
        @Nullable
        String canonicalUrl,

        @Schema(description = "What search engines and link previews should show")
        Seo seo,

        @Schema(description = "The language of title and text (BCP 47)", examples = "en")
        String language,

        @Schema(description = "Whether front pages put it forward")
        boolean featured,

        @Schema(description = "A JSON object of the site's own")
        ObjectNode custom,

        @Schema(description = "Whether comments are taken now; what a form needs to know is at its comments/form")
        boolean commentsOpen,

        @Schema(
                description = "How many comments are shown, replies among them; only with ?include=commentCount",
                minimum = "0")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer commentCount,

        @Schema(description = "When it was published") Instant publishedAt,

        @Schema(description = "When anything of it was last changed, its tags and related links too")
        Instant updatedAt,

        @Schema(
                description = "How many words it has; a Chinese, Japanese or Korean character counts as one",
                minimum = "0")
        int wordCount,

        @Schema(description = "How long it takes to read, in minutes", minimum = "1")
        int readingMinutes) {

    /** What search engines and link previews should show of an article. */
    @Schema(name = "DeliveredSeo", description = "What search engines and link previews should show of an article")
    public record Seo(
            @Schema(description = "A headline: one for search engines, or else the title")
            String title,

            @Schema(description = "A description as plain text: one for search engines, or else the excerpt")
            String description) {}

    /** The text of an article, in the forms asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeliveredBody", description = "The text of an article, in the forms asked for")
    public record Body(
            @Schema(
                    description =
                            "As HTML, sanitised; with ?body=html, the default. Nothing in it runs, loads a style, opens a window or is a form; its headings are h2 to h6 as its writer chose them, and its ids begin with h-, fn- or fnref-")
            @Nullable
            String html,

            @Schema(description = "As plain text; with ?body=text") @Nullable
            String text,

            @Schema(
                    description =
                            "As a tree of data, for programs that draw it without HTML: the same words, links and pictures; with ?body=blocks")
            @Nullable
            List<Block> blocks,

            @Schema(
                    description =
                            "As the Markdown it was written in, which is NOT sanitised: it may hold any HTML. With ?body=markdown, and only where the source is Markdown")
            @Nullable
            String markdown) {}
}
