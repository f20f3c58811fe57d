package dev.standfirst.article;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.redirect.SlugRule;
import dev.standfirst.shared.json.FreeForm;
import dev.standfirst.shared.media.HttpUrl;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.text.LanguageTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor or an importer writes of an article. */
public record ArticleDraft(
        @Schema(
                description = "Its address; without it one is made of the title, or the current one is kept",
                pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
                examples = "the-last-keeper-of-the-fog")
        @SlugRule
        @Size(min = 1, max = 200)
        @Nullable
        String slug,

        @Schema(
                description =
                        "What another system calls it; with ?upsert=true, what decides between creating and updating")
        @Valid
        @Nullable
        ExternalRef externalRef,

        @Schema(description = "The short line above the title") @Size(max = 200) @Nullable
        String kicker,

        @Schema(description = "The headline", examples = "The last keeper of the fog") @NotBlank @Size(max = 300)
        String title,

        @Schema(description = "The introductory paragraph below the title, as plain text") @Size(max = 2000) @Nullable
        String standfirst,

        @Schema(description = "What teasers show, as plain text; without it, the beginning of the body")
        @Size(max = 1000)
        @Nullable
        String excerpt,

        @Schema(description = "The text; without it, an empty one") @Valid @Nullable
        BodyDraft body,

        @Schema(description = "The lead image") @Valid @Nullable
        Image image,

        @Schema(description = "The slugs of its authors in order, the first is primary") @Size(max = 50) @Nullable
        List<@NotBlank @Size(max = 200) String> authors,

        @Schema(
                description =
                        "Its tags in order, by slug or by name, the first is primary. An old slug, and the name of a tag that was merged, mean the tag that it leads to; unknown ones are created unless ?createTags=false, or refused (unknown-tag) where the key may not write tags")
        @Size(max = 100)
        @Nullable
        List<@NotBlank @Size(max = 200) String> tags,

        @Schema(
                description = "Where the article really belongs, if it was published elsewhere first (RFC 6596)",
                format = "uri")
        @HttpUrl
        @Nullable
        String canonicalUrl,

        @Schema(description = "What search engines show instead of title and excerpt") @Valid @Nullable
        Seo seo,

        @Schema(description = "The language of title and text (BCP 47); without it, the site's", examples = "en")
        @LanguageTag
        @Nullable
        String language,

        @Schema(description = "Whether front pages put it forward; false if left out") @Nullable
        Boolean featured,

        @Schema(
                description =
                        "A JSON object of the site's own, which readers get as it is: at most 16,384 bytes, 32 levels deep; empty if left out")
        @FreeForm
        @Nullable
        ObjectNode custom,

        @Schema(
                description =
                        "Which comments are shown at once: closed, all (wait), first (of a writer waits), links (wait) or open; without it, as the site's own policy says")
        @Nullable
        CommentPolicy commentPolicy,

        @Schema(
                description =
                        "For how many days after publishedAt comments are taken; without it, as the site's own policy says")
        @Min(1)
        @Max(36_500)
        @Nullable
        Integer commentsCloseAfterDays,

        @Schema(
                description =
                        "draft, review or published; without it, draft for a new article, or what it is. Another one is a move, which the status and the role must allow, as those of POST …/submit, reject, publish and unpublish; only DELETE moves to the trash",
                enumeration = {"draft", "review", "published"})
        @Nullable
        ArticleStatus status,

        @Schema(
                description =
                        "From when readers see it, once its status is published; without it, now, or what it is. It may lie ahead: that schedules it")
        @Nullable
        Instant publishedAt,

        @Schema(description = "From when readers no longer see it, after publishedAt") @Nullable
        Instant unpublishAt) {

    /** The draft with every choice made that its writer left open. */
    ArticleDraft complete(ArticleDraft current, String language, Instant now) {
        ArticleStatus nextStatus = first(status, first(current.status, ArticleStatus.DRAFT));
        Instant date = first(publishedAt, current.publishedAt);
        return new ArticleDraft(
                first(slug, current.slug),
                externalRef,
                kicker,
                title,
                standfirst,
                excerpt,
                text(),
                image,
                authors == null ? List.of() : authors,
                tags == null ? List.of() : tags,
                canonicalUrl,
                first(seo, Seo.NONE),
                first(this.language, first(current.language, language)),
                first(featured, false),
                first(custom, JsonNodeFactory.instance.objectNode()),
                commentPolicy,
                commentsCloseAfterDays,
                nextStatus,
                date == null && nextStatus == ArticleStatus.PUBLISHED ? now : date,
                unpublishAt);
    }

    /** The body, or the empty one that stands for none. */
    public BodyDraft text() {
        return body == null ? BodyDraft.EMPTY : body.complete();
    }

    /** The draft without some of its tags, by slug, and with others behind those that are left, by slug or name. */
    public ArticleDraft retagged(Set<String> without, List<String> with) {
        List<String> left = tags == null
                ? List.of()
                : tags.stream().filter(tag -> !without.contains(tag)).toList();
        return naming(
                authors, Stream.concat(left.stream(), with.stream()).distinct().toList());
    }

    /** The draft with its authors and tags named so. */
    public ArticleDraft naming(@Nullable List<String> authorSlugs, @Nullable List<String> tagSlugs) {
        return with(externalRef, body, authorSlugs, tagSlugs);
    }

    /** The draft with another body. */
    ArticleDraft with(BodyDraft otherBody) {
        return with(externalRef, otherBody, authors, tags);
    }

    /** The draft with what another system calls the article, unless it says that itself. */
    ArticleDraft called(@Nullable ExternalRef known) {
        return with(first(externalRef, known), body, authors, tags);
    }

    private ArticleDraft with(
            @Nullable ExternalRef called,
            @Nullable BodyDraft otherBody,
            @Nullable List<String> authorSlugs,
            @Nullable List<String> tagSlugs) {
        return new ArticleDraft(
                slug,
                called,
                kicker,
                title,
                standfirst,
                excerpt,
                otherBody,
                image,
                authorSlugs,
                tagSlugs,
                canonicalUrl,
                seo,
                language,
                featured,
                custom,
                commentPolicy,
                commentsCloseAfterDays,
                status,
                publishedAt,
                unpublishAt);
    }

    /** The draft at the address of another, with its reference, status and times. */
    ArticleDraft in(ArticleDraft other) {
        return new ArticleDraft(
                other.slug,
                other.externalRef,
                kicker,
                title,
                standfirst,
                excerpt,
                body,
                image,
                authors,
                tags,
                canonicalUrl,
                seo,
                language,
                featured,
                custom,
                commentPolicy,
                commentsCloseAfterDays,
                other.status,
                other.publishedAt,
                other.unpublishAt);
    }

    private static <T> @Nullable T first(@Nullable T chosen, @Nullable T otherwise) {
        return chosen != null ? chosen : otherwise;
    }
}
