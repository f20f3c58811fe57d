package dev.standfirst.article;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import dev.standfirst.body.DerivedBody;
import dev.standfirst.body.Heading;
import dev.standfirst.body.Source;
import dev.standfirst.shared.http.Versioned;
import dev.standfirst.shared.media.Image;
import dev.standfirst.tag.TagRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article as management shows it, whole. */
public record ArticleView(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
        String slug,

        @Schema(description = "What another system calls it") @Nullable
        ExternalRef externalRef,

        @Schema(description = "The short line above the title") @Nullable
        String kicker,

        @Schema(description = "The headline") String title,

        @Schema(description = "The introductory paragraph below the title, as plain text") @Nullable
        String standfirst,

        @Schema(description = "What teasers show, if the editor wrote it; without it they show body.excerpt") @Nullable
        String excerpt,

        @Schema(description = "The text, and what is derived from it")
        Body body,

        @Schema(description = "The lead image") @Nullable Image image,

        @Schema(description = "Its authors in order, the first is primary")
        List<AuthorRef> authors,

        @Schema(description = "Its tags in order, the first is primary")
        List<TagRef> tags,

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

        @Schema(
                description =
                        "Where it stands. Readers see it while it is published, publishedAt has come and unpublishAt has not")
        ArticleStatus status,

        @Schema(description = "From when readers see it, once its status is published") @Nullable
        Instant publishedAt,

        @Schema(description = "From when readers no longer see it") @Nullable
        Instant unpublishAt,

        @Schema(description = "When readers could first see it; null if they never could") @Nullable
        Instant firstPublishedAt,

        @Schema(description = "When it was created here") Instant createdAt,

        @Schema(description = "Who created it here, as the change log has it; null if that is not known") @Nullable
        UUID createdBy,

        @Schema(description = "When anything of it was last changed, its tags and related links too")
        Instant updatedAt,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version,

        @Schema(
                description =
                        "Whether this is its working copy, which readers do not see; with ?view=live, what they see is shown")
        boolean pending,

        @Schema(description = "How its working copy stands, whichever of the two is shown; null if it has none")
        @Nullable
        Copy workingCopy)
        implements Versioned {

    /** How a working copy stands. */
    @Schema(name = "WorkingCopy", description = "How the working copy of a published article stands")
    public record Copy(
            @Schema(
                    description = "draft, or review once it was submitted",
                    enumeration = {"draft", "review"})
            ArticleStatus status,

            @Schema(description = "Since when there is one") Instant since,

            @Schema(description = "When readers get it; null if not before somebody publishes it") @Nullable
            Instant publishAt) {}

    /** The view with what its working copy says, whose draft is complete. */
    ArticleView showing(Content content, SiteSettings site) {
        ArticleDraft draft = content.draft();
        return new ArticleView(
                id,
                slug,
                externalRef,
                draft.kicker(),
                draft.title(),
                draft.standfirst(),
                draft.excerpt(),
                Body.of(draft.text(), site),
                draft.image(),
                content.authors(),
                content.tags(),
                draft.canonicalUrl(),
                requireNonNull(draft.seo()),
                requireNonNull(draft.language()),
                requireNonNull(draft.featured()),
                requireNonNull(draft.custom()),
                draft.commentPolicy(),
                draft.commentsCloseAfterDays(),
                status,
                publishedAt,
                unpublishAt,
                firstPublishedAt,
                createdAt,
                createdBy,
                updatedAt,
                version,
                true,
                workingCopy);
    }

    /** The text of an article, and what is derived from it. */
    @Schema(name = "ArticleBodyView")
    public record Body(
            @Schema(description = "How the source is written")
            BodyFormat format,

            @Schema(description = "The text as it was written, not sanitised")
            String source,

            @Schema(description = "As sanitised HTML") String html,

            @Schema(description = "As plain text") String text,

            @Schema(description = "Its headings, with their anchors in the HTML")
            List<Heading> outline,

            @Schema(description = "The outbound links, each page once; links to the site itself are none")
            List<Source> sources,

            @Schema(description = "The beginning of the text, cut at a word")
            String excerpt,

            @Schema(
                    description = "How many words it has; a Chinese, Japanese or Korean character counts as one",
                    minimum = "0")
            int wordCount,

            @Schema(description = "How long it takes to read, in minutes", minimum = "1")
            int readingMinutes) {

        /** Derives it anew, as it is stored nowhere. */
        static Body of(BodyDraft draft, SiteSettings site) {
            BodyFormat format = requireNonNull(draft.format());
            DerivedBody derived = Derivation.derive(format, draft.source());
            return new Body(
                    format,
                    draft.source(),
                    derived.html(),
                    derived.text(),
                    derived.outline(),
                    site.outside(derived.sources()),
                    derived.excerpt(),
                    derived.wordCount(),
                    derived.readingMinutes());
        }
    }
}
