package dev.standfirst.article;

import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.access.Move;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves articles and their working copies from one status to another, as {@link Move} allows, and out of the trash for good. */
@ApplicationScoped
public class MoveService {
    private final Articles articles;
    private final ArticleStore store;
    private final Slugs slugs;
    private final ChangeLog changes;
    private final SiteSettings site;
    private final Clock clock;

    MoveService(Articles articles, ArticleStore store, Slugs slugs, ChangeLog changes, SiteSettings site, Clock clock) {
        this.articles = articles;
        this.store = store;
        this.slugs = slugs;
        this.changes = changes;
        this.site = site;
        this.clock = clock;
    }

    /** Hands a draft, or a working copy, to those who publish. */
    @Transactional
    public ArticleView submit(Ref ref, IfMatch match, @Nullable String note, Actor actor) {
        return moveShown(Move.SUBMIT, ref, match, note, actor);
    }

    /** Hands back what is in review; a working copy that has a time does not get out at that time. */
    @Transactional
    public ArticleView reject(Ref ref, IfMatch match, @Nullable String note, Actor actor) {
        return moveShown(Move.REJECT, ref, match, note, actor);
    }

    /**
     * Publishes a draft, or the working copy of an article.
     *
     * @param at from when readers see it; null for at once, or for the moment that the draft has already
     */
    @Transactional
    public ArticleView publish(Ref ref, IfMatch match, @Nullable Instant at, @Nullable String note, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        Article article = before.article();
        WorkingCopy copy = before.copy();
        Instant now = clock.instant();
        Deed deed = new Deed(actor, Move.PUBLISH.action(), note);
        if (article.isPublished() && copy == null) {
            Move.PUBLISH.require(ArticleStatus.DRAFT, actor);
            throw ArticleProblem.NOTHING_TO_PUBLISH.because(
                    "The article ‘" + article.slug + "’ is published, and has no working copy.");
        }
        if (copy == null) {
            require(Move.PUBLISH, article.status, actor);
            WholeArticle after = store.withTagsKept(before);
            article.status = ArticleStatus.PUBLISHED;
            article.publishedAt = at != null ? at : article.publishedAt != null ? article.publishedAt : now;
            ArticleService.requireAcceptable(after.draft());
            return store.store(before, after, deed, now).view(site);
        }
        require(Move.PUBLISH, copy.status, actor);
        if (at != null && at.isAfter(now)) {
            copy.schedule(at, actor, note);
            return store.storeCopy(before, copy, before.shown(), new Deed(actor, "article.schedule", note))
                    .view(site);
        }
        article.rememberPublication(now);
        return store.store(before, store.adopted(before, before.shown()), deed, now)
                .view(site);
    }

    /** Takes a published article back; its working copy, if it has one, is the article then. */
    @Transactional
    public ArticleView unpublish(Ref ref, IfMatch match, @Nullable String note, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        return move(Move.UNPUBLISH, before, note, actor).view(site);
    }

    /** Moves an article to the trash, where readers do not see it; its working copy, if it has one, is the article then. */
    @Transactional
    public void trash(Ref ref, IfMatch match, @Nullable String note, Actor actor) {
        move(Move.TRASH, store.changeable(ref, match, actor), note, actor);
    }

    /** Takes an article out of the trash, as a draft. */
    @Transactional
    public ArticleView restore(Ref ref, Actor actor) {
        return move(Move.RESTORE, trashed(ref, actor), null, actor).view(site);
    }

    /** Removes an article from the trash for good. Where it was public, its addresses go on to say that it is gone. */
    @Transactional
    public void purge(Ref ref, Actor actor) {
        UUID id = trashed(ref, actor).article().id;
        for (UUID linking : articles.linkingTo(id)) {
            store.unlinked(store.locked(Ref.of(linking)), id, actor);
            articles.forget();
        }
        WholeArticle whole = trashed(Ref.of(id), actor);
        Article article = whole.article();
        if (article.firstPublishedAt == null) {
            slugs.forget(article.id, actor);
        } else {
            slugs.moved(RedirectKind.ARTICLE, article.slug, article.id, true);
        }
        articles.purge(whole);
        article.version++;
        changes.append(actor, whole.change("article.purge", whole));
    }

    /** Moves a working copy, where there is one, or else the article. */
    private ArticleView moveShown(Move move, Ref ref, IfMatch match, @Nullable String note, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        WorkingCopy copy = before.copy();
        if (copy == null) {
            return move(move, before, note, actor).view(site);
        }
        require(move, copy.status, actor);
        copy.move(move.to());
        return store.storeCopy(before, copy, before.shown(), new Deed(actor, move.action(), note))
                .view(site);
    }

    private WholeArticle move(Move move, WholeArticle before, @Nullable String note, Actor actor) {
        Article article = before.article();
        require(move, article.status, actor);
        Instant now = clock.instant();
        article.rememberPublication(now);
        WholeArticle after = before.copy() == null ? store.withTagsKept(before) : store.adopted(before, before.shown());
        article.status = move.to();
        return store.store(before, after, new Deed(actor, move.action(), note), now);
    }

    private static void require(Move move, ArticleStatus from, Actor actor) {
        if (!move.startsAt(from)) {
            throw ArticleProblem.MOVE_NOT_ALLOWED.because(
                    "The move ‘%s’ does not start at ‘%s’.".formatted(Spelling.of(move), Spelling.of(from)));
        }
        move.require(from, actor);
    }

    private WholeArticle trashed(Ref ref, Actor actor) {
        WholeArticle whole = store.locked(ref, IfMatch.any(), actor);
        if (whole.article().status != ArticleStatus.TRASH) {
            throw ArticleProblem.ARTICLE_NOT_IN_TRASH.because(
                    "The article ‘" + whole.article().slug + "’ is not in the trash.");
        }
        return whole;
    }
}
