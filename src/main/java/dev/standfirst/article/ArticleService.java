package dev.standfirst.article;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.access.Permission;
import dev.standfirst.author.AuthorService;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.sql.Turns;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is done with articles. */
@ApplicationScoped
public class ArticleService {
    private static final RedirectKind KIND = RedirectKind.ARTICLE;

    private final Articles articles;
    private final AuthorService authors;
    private final TagService tags;
    private final Slugs slugs;
    private final Turns turns;
    private final ChangeLog changes;
    private final Drafts drafts;
    private final SiteSettings site;
    private final Clock clock;

    ArticleService(
            Articles articles,
            AuthorService authors,
            TagService tags,
            Slugs slugs,
            Turns turns,
            ChangeLog changes,
            Drafts drafts,
            SiteSettings site,
            Clock clock) {
        this.articles = articles;
        this.authors = authors;
        this.tags = tags;
        this.slugs = slugs;
        this.turns = turns;
        this.changes = changes;
        this.drafts = drafts;
        this.site = site;
        this.clock = clock;
    }

    /** What came of a write. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** An article after a write, and what came of it. */
    public record Written(ArticleView article, Outcome outcome) {}

    /** Lists articles. */
    public Page<ArticleSummary> list(ArticleFilter filter, ArticleSort sort, PageRequest page) {
        return articles.page(filter, sort, page);
    }

    /** Reads an article; fails with {@code not-found}. */
    public ArticleView read(Ref ref) {
        return articles.read(ref).orElseThrow(ArticleService::notFound);
    }

    /**
     * Creates an article, published if its draft says so.
     *
     * @param upsert whether an article of the same external reference is updated instead
     * @param createTags whether tags that are not known are created
     */
    @Transactional
    public Written create(ArticleDraft draft, boolean upsert, boolean createTags, Actor actor) {
        if (upsert && draft.externalRef() == null) {
            throw ArticleProblem.EXTERNAL_REF_MISSING
                    .because("An upsert needs an externalRef.")
                    .with(ArticleProblem.EXTERNAL_REF_MISSING.at("#/externalRef", "is missing"));
        }
        Optional<WholeArticle> known = claim(draft.externalRef());
        if (known.isPresent() && !upsert) {
            throw externalRefTaken();
        }
        WholeArticle before = known.orElseGet(() -> WholeArticle.blank(UuidCreator.getTimeOrderedEpoch()));
        return write(before, draft, createTags, actor);
    }

    /** Replaces what an editor writes of an article. */
    @Transactional
    public ArticleView replace(Ref ref, IfMatch match, ArticleDraft draft, boolean createTags, Actor actor) {
        return edit(ref, match, current -> draft, createTags, actor).article();
    }

    /** Changes some of what an editor writes of an article. */
    @Transactional
    public ArticleView patch(Ref ref, IfMatch match, MergePatch<ArticleDraft> patch, boolean createTags, Actor actor) {
        return edit(ref, match, current -> drafts.patched(current, patch, ArticleDraft.class), createTags, actor)
                .article();
    }

    /** Makes of what an editor wrote of an article what an edit makes of it. */
    @Transactional
    public Written edit(Ref ref, IfMatch match, UnaryOperator<ArticleDraft> edit, boolean createTags, Actor actor) {
        WholeArticle before = locked(ref, match);
        return write(before, edit.apply(before.draft()), createTags, actor);
    }

    private Written write(WholeArticle before, ArticleDraft wanted, boolean createTags, Actor actor) {
        Article article = before.article();
        requireOutOfTrash(article);
        Instant now = clock.instant();
        boolean isNew = before.isNew();
        ArticleDraft current = before.draft();
        WholeArticle after = before.with(
                authors.named(orEmpty(wanted.authors())),
                tags.named("#/tags", orEmpty(wanted.tags()), createTags, actor));
        ArticleDraft next =
                wanted.complete(current, site.language(), now).naming(after.authorSlugs(), after.tagSlugs());
        boolean wasPublished = article.isPublished();
        boolean isPublished = next.status() == ArticleStatus.PUBLISHED;
        if (wasPublished || isPublished) {
            actor.require(Permission.PUBLISH_ARTICLES);
        }
        if (!isNew && next.equals(current)) {
            return new Written(before.view(site), Outcome.UNCHANGED);
        }
        requireAcceptable(next);
        if (next.externalRef() != null && !isNew && !next.externalRef().equals(current.externalRef())) {
            claim(next.externalRef()).ifPresent(other -> {
                throw externalRefTaken();
            });
        }
        article.rememberPublication(now);
        String slug = address(article, next);

        article.write(next, slug);
        if (isNew || !next.text().equals(current.text())) {
            article.derive(after.body().write(next.text()));
        }
        store(before, after, action(isNew, wasPublished, isPublished), now, actor);
        return new Written(after.view(site), isNew ? Outcome.CREATED : Outcome.UPDATED);
    }

    /** Moves an article to the trash, where readers do not see it. */
    @Transactional
    public void trash(Ref ref, IfMatch match, Actor actor) {
        move(changeable(ref, match, actor), ArticleStatus.TRASH, "article.trash", actor);
    }

    /**
     * Changes something that is kept beside an article, as a change of the article itself.
     *
     * @param action what the log says was done
     * @param edit makes the change to the article of the id, and says whether there was anything to change; else nothing is written
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revise(Ref ref, IfMatch match, String action, Predicate<UUID> edit, Actor actor) {
        WholeArticle whole = changeable(ref, match, actor);
        if (edit.test(whole.article().id)) {
            store(whole, withTagsKept(whole, actor), action, clock.instant(), actor);
        }
    }

    /** Takes an article out of the trash, as a draft. */
    @Transactional
    public ArticleView restore(Ref ref, Actor actor) {
        return move(trashed(ref), ArticleStatus.DRAFT, "article.restore", actor).view(site);
    }

    /** Removes an article from the trash for good. Where it was public, its addresses go on to say that it is gone. */
    @Transactional
    public void purge(Ref ref, Actor actor) {
        WholeArticle whole = trashed(ref);
        Article article = whole.article();
        if (article.firstPublishedAt == null) {
            slugs.forget(article.id, actor);
        } else {
            slugs.moved(KIND, article.slug, article.id, true);
        }
        List<UUID> linking = articles.linkingTo(article.id);
        articles.purge(whole);
        article.version++;
        changes.append(actor, whole.change("article.purge", whole));
        linking.forEach(id -> unlinked(id, actor));
    }

    /**
     * Makes it a change of an article that what it links to is gone: whoever read its links before is told so by its version. Readers saw
     * nothing of that link to a thing in the trash, so the time of its last change stays.
     */
    private void unlinked(UUID id, Actor actor) {
        articles.lock(Ref.of(id)).map(articles::whole).ifPresent(linking -> {
            linking.article().version++;
            changes.append(actor, linking.change("article.relate", linking));
        });
    }

    private WholeArticle move(WholeArticle before, ArticleStatus status, String action, Actor actor) {
        Instant now = clock.instant();
        WholeArticle after = withTagsKept(before, actor);
        after.article().rememberPublication(now);
        after.article().status = status;
        store(before, after, action, now, actor);
        return after;
    }

    /** Keeps the tags of an article from being merged into others until they are written again. */
    private WholeArticle withTagsKept(WholeArticle before, Actor actor) {
        return before.with(before.authors(), tags.named("#/tags", before.tagSlugs(), false, actor));
    }

    private void store(WholeArticle before, WholeArticle after, String action, Instant now, Actor actor) {
        Article article = after.article();
        boolean isNew = after.isNew();
        article.rememberPublication(now);
        if (isNew) {
            article.createdAt = now;
        }
        article.updatedAt = now;
        article.version++;
        if (isNew) {
            articles.persist(after);
        }
        articles.flush();
        Instant listedAt = article.isPublished() ? article.publishedAt : null;
        authors.credit(article.id, after.authors(), listedAt);
        tags.tagArticle(article.id, after.tags(), listedAt);
        changes.append(actor, after.change(action, before));
    }

    private String address(Article article, ArticleDraft next) {
        if (next.slug() == null) {
            return slugs.make(KIND, next.title(), article.id);
        }
        if (!next.slug().equals(article.slug)) {
            slugs.claim(KIND, next.slug());
            if (article.slug != null) {
                slugs.moved(KIND, article.slug, article.id, article.firstPublishedAt != null);
            }
        }
        return next.slug();
    }

    private WholeArticle locked(Ref ref, IfMatch match) {
        Article article = articles.lock(ref).orElseThrow(ArticleService::notFound);
        match.require(article.version);
        return articles.whole(article);
    }

    /** Locks an article, and requires that the actor may change it as it stands. */
    private WholeArticle changeable(Ref ref, IfMatch match, Actor actor) {
        WholeArticle whole = locked(ref, match);
        requireOutOfTrash(whole.article());
        if (whole.article().isPublished()) {
            actor.require(Permission.PUBLISH_ARTICLES);
        }
        return whole;
    }

    private WholeArticle trashed(Ref ref) {
        Article article = articles.lock(ref).orElseThrow(ArticleService::notFound);
        if (article.status != ArticleStatus.TRASH) {
            throw ArticleProblem.ARTICLE_NOT_IN_TRASH.because(
                    "The article ‘" + article.slug + "’ is not in the trash.");
        }
        return articles.whole(article);
    }

    /** Makes writers of one external reference take turns, and finds the article that has it. */
    private Optional<WholeArticle> claim(@Nullable ExternalRef ref) {
        if (ref == null) {
            return Optional.empty();
        }
        turns.take("externalRef/" + ref.source() + "/" + ref.id());
        return articles.lock(ref).map(articles::whole);
    }

    private static String action(boolean isNew, boolean wasPublished, boolean isPublished) {
        if (isPublished && !wasPublished) {
            return "article.publish";
        }
        if (wasPublished && !isPublished) {
            return "article.unpublish";
        }
        return isNew ? "article.create" : "article.update";
    }

    private static List<String> orEmpty(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static void requireOutOfTrash(Article article) {
        if (article.status == ArticleStatus.TRASH) {
            throw ArticleProblem.ARTICLE_IN_TRASH.because("The article ‘" + article.slug + "’ is in the trash.");
        }
    }

    private static void requireAcceptable(ArticleDraft draft) {
        if (draft.status() == ArticleStatus.TRASH) {
            throw ArticleProblem.STATUS_BY_DELETE
                    .because("The status ‘trash’ cannot be written.")
                    .with(ArticleProblem.STATUS_BY_DELETE.at("#/status", "must be draft or published"));
        }
        Instant end = draft.unpublishAt();
        if (end != null && (draft.publishedAt() == null || !end.isAfter(draft.publishedAt()))) {
            throw ArticleProblem.ENDS_BEFORE_IT_BEGINS
                    .because("unpublishAt is not after publishedAt.")
                    .with(ArticleProblem.ENDS_BEFORE_IT_BEGINS.at("#/unpublishAt", "must be after publishedAt"));
        }
    }

    private static ProblemException externalRefTaken() {
        return ArticleProblem.EXTERNAL_REF_TAKEN
                .because("Another article has this externalRef.")
                .with(ArticleProblem.EXTERNAL_REF_TAKEN.at("#/externalRef", "is that of another article"));
    }

    private static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no article of this slug or id.");
    }
}
