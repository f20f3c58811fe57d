package dev.standfirst.delivery;

import dev.standfirst.article.ArticleContent;
import dev.standfirst.article.Seo;
import dev.standfirst.article.SiteSettings;
import dev.standfirst.article.preview.PreviewService;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import dev.standfirst.body.DerivedBody;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows a revision as it would be delivered if it were live. */
@Singleton
final class DeliveredPreviews {
    private final SiteSettings site;

    DeliveredPreviews(SiteSettings site) {
        this.site = site;
    }

    DeliveredArticle delivered(PreviewService.Opened opened, BodyQuery form) {
        ArticleContent content = opened.content();
        BodyFormat format = content.body().format();
        String source = content.body().source();
        DerivedBody derived = Derivation.derive(format, source);
        String excerpt = content.excerpt() == null ? derived.excerpt() : content.excerpt();
        Seo seo = content.seo();
        Instant at = opened.revision().at();
        return new DeliveredArticle(
                opened.article(),
                content.slug(),
                content.kicker(),
                content.title(),
                content.standfirst(),
                excerpt,
                content.image(),
                new DeliveredArticle.Body(
                        form.has("html") ? derived.html() : null,
                        form.has("text") ? derived.text() : null,
                        form.has("blocks") ? derived.blocks() : null,
                        form.has("markdown") && format == BodyFormat.MARKDOWN ? source : null),
                derived.outline(),
                site.outside(derived.sources()),
                content.authors().stream()
                        .map(author -> new Byline(author.id(), author.slug(), author.name()))
                        .toList(),
                content.tags().stream()
                        .map(tag -> new TagLabel(tag.id(), tag.slug(), tag.name(), tag.kind()))
                        .toList(),
                content.canonicalUrl(),
                new DeliveredArticle.Seo(orElse(seo.title(), content.title()), orElse(seo.description(), excerpt)),
                content.language(),
                content.featured(),
                content.custom(),
                false,
                null,
                content.publishedAt() == null ? at : content.publishedAt(),
                at,
                derived.wordCount(),
                derived.readingMinutes());
    }

    private static String orElse(@Nullable String chosen, String otherwise) {
        return chosen == null || chosen.isBlank() ? otherwise : chosen;
    }
}
