package dev.standfirst.article;

import dev.standfirst.access.ArticleStatus;
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
import org.jspecify.annotations.Nullable;

/**
 * An article with all that belongs to it, while it is being written.
 *
 * @param article what readers may see, as are body, authors, tags and links
 * @param copy its working copy, if it has one
 * @param shown what the desk is shown of it: the working copy, or else what readers may see; it stays as it is while the others are written
 */
record WholeArticle(
        Article article,
        ArticleBody body,
        List<AuthorRef> authors,
        List<TagRef> tags,
        List<RelatedLink> related,
        @Nullable WorkingCopy copy,
        Content shown) {

    /** An article that has no working copy. */
    static WholeArticle of(
            Article article, ArticleBody body, List<AuthorRef> authors, List<TagRef> tags, List<RelatedLink> related) {
        return new WholeArticle(
                article,
                body,
                authors,
                tags,
                related,
                null,
                Content.of(article.draft(body.draft()), authors, tags, related));
    }

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
        return of(article, body, List.of(), List.of(), List.of());
    }

    /** The same article, of which readers may see this. */
    WholeArticle with(List<AuthorRef> otherAuthors, List<TagRef> otherTags, List<RelatedLink> otherLinks) {
        return new WholeArticle(article, body, otherAuthors, otherTags, otherLinks, copy, shown);
    }

    /** The same article, of which the desk is shown a working copy. */
    WholeArticle with(WorkingCopy workingCopy, Content content) {
        return new WholeArticle(article, body, authors, tags, related, workingCopy, content.in(draft()));
    }

    /** The same article after its change, when readers may see all that the desk is shown. */
    WholeArticle changed() {
        return of(article, body, authors, tags, related);
    }

    /** What its writers wrote of it, as far as readers may see it. */
    ArticleDraft draft() {
        return content().draft();
    }

    /** What readers may see of it. */
    Content content() {
        return Content.of(article.draft(body.draft()), authors, tags, related);
    }

    /** What the desk is shown of it. */
    ArticleView view(SiteSettings site) {
        ArticleView live = live(site);
        return copy == null ? live : live.showing(shown, site);
    }

    private ArticleView live(SiteSettings site) {
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
                        body.outline(),
                        site.outside(body.sources()),
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
                article.createdBy,
                article.updatedAt,
                article.version,
                false,
                copy == null ? null : copy.view());
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
