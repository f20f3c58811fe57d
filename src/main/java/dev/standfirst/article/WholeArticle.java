package dev.standfirst.article;

import dev.standfirst.author.AuthorRef;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.DerivedBody;
import dev.standfirst.change.Change;
import dev.standfirst.tag.TagRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An article with all that belongs to it, while it is being written. */
record WholeArticle(Article article, ArticleBody body, List<AuthorRef> authors, List<TagRef> tags) {

    /** An article of which nothing is written yet. */
    static WholeArticle blank(UUID id) {
        Article article = new Article();
        article.id = id;
        article.title = "";
        article.status = ArticleStatus.DRAFT;
        ArticleBody body = new ArticleBody();
        body.articleId = id;
        body.format = BodyFormat.MARKDOWN;
        body.source = "";
        return new WholeArticle(article, body, List.of(), List.of());
    }

    /** The same article by other authors and with other tags. */
    WholeArticle with(List<AuthorRef> otherAuthors, List<TagRef> otherTags) {
        return new WholeArticle(article, body, otherAuthors, otherTags);
    }

    boolean isNew() {
        return article.version == 0;
    }

    List<String> authorSlugs() {
        return authors.stream().map(AuthorRef::slug).toList();
    }

    List<String> tagSlugs() {
        return tags.stream().map(TagRef::slug).toList();
    }

    /** What its writers wrote of it. */
    ArticleDraft draft() {
        return article.draft(body.draft(), authorSlugs(), tagSlugs());
    }

    ArticleView view(SiteSettings site) {
        ArticleDraft draft = draft();
        return new ArticleView(
                article.id,
                article.slug,
                draft.externalRef(),
                article.kicker,
                article.title,
                article.standfirst,
                article.excerpt,
                new ArticleView.Body(
                        body.format,
                        body.source,
                        body.html,
                        body.text,
                        body.outline,
                        site.outside(body.sources),
                        article.derivedExcerpt,
                        article.wordCount,
                        article.readingMinutes),
                article.image,
                authors,
                tags,
                article.canonicalUrl,
                article.seo(),
                article.language,
                article.featured,
                article.custom,
                article.commentPolicy,
                article.commentsCloseAfterDays,
                article.status,
                article.publishedAt,
                article.unpublishAt,
                article.firstPublishedAt,
                article.createdAt,
                article.updatedAt,
                article.version);
    }

    /** Derives the body by the present rules; returns whether anything that readers see came out otherwise. */
    boolean deriveAnew(Instant now) {
        DerivedBody before = body.derived(article);
        DerivedBody after = body.write(body.draft());
        article.derive(after);
        boolean changed = !after.equals(before);
        if (changed) {
            body.rederivedAt = now;
        }
        return changed;
    }

    /** The entry in the log for a change that also touched the lists of these other authors and tags. */
    Change change(String action, WholeArticle before) {
        Set<String> groups = new HashSet<>(Set.of("article:" + article.id, "articles"));
        Stream.of(this, before).forEach(state -> {
            state.authors.forEach(author -> groups.add("author:" + author.id()));
            state.tags.forEach(tag -> groups.add("tag:" + tag.id()));
        });
        return new Change(action, article.id, article.version, groups);
    }
}
