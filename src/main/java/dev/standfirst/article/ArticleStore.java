package dev.standfirst.article;

import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.access.Permission;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.author.AuthorService;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.revision.Revisions;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagRef;
import dev.standfirst.tag.TagService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Locks articles for a change, and stores it: each is a version of the article, a revision, and an entry in the log. */
@Singleton
class ArticleStore {
    private final Articles articles;
    private final AuthorService authors;
    private final TagService tags;
    private final Revisions revisions;
    private final Snapshots snapshots;
    private final ChangeLog changes;
    private final Clock clock;

    ArticleStore(
            Articles articles,
            AuthorService authors,
            TagService tags,
            Revisions revisions,
            Snapshots snapshots,
            ChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.authors = authors;
        this.tags = tags;
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.changes = changes;
        this.clock = clock;
    }

    /** Locks an article that the actor may edit, at a version that the header allows. */
    WholeArticle locked(Ref ref, IfMatch match, Actor actor) {
        WholeArticle whole = locked(ref);
        Article article = whole.article();
        match.require(article.version, sent -> changed(article.id, sent, article.version));
        requireTheirs(article.createdBy, actor);
        return whole;
    }

    /** Locks an article, as time has made it up to now. */
    WholeArticle locked(Ref ref) {
        return caughtUp(ref, clock.instant());
    }

    /** Locks an article, after the log was told what time has done to it up to a moment, and its working copy was published if that is due. */
    WholeArticle caughtUp(Ref ref, Instant upTo) {
        WholeArticle whole = articles.whole(articles.lock(ref).orElseThrow(ArticleStore::notFound));
        for (Instant moment : dueMoments(whole, upTo)) {
            whole = at(moment, whole);
        }
        return whole;
    }

    private static List<Instant> dueMoments(WholeArticle whole, Instant upTo) {
        Article article = whole.article();
        WorkingCopy copy = whole.copy();
        return Stream.of(
                        article.isToBeAnnouncedLive(upTo) ? article.publishedAt : null,
                        copy != null && copy.isDue(upTo) ? copy.publishAt : null,
                        article.isToBeAnnouncedEnded(upTo) ? article.unpublishAt : null)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private WholeArticle at(Instant moment, WholeArticle whole) {
        Article article = whole.article();
        if (article.isToBeAnnouncedLive(moment)) {
            article.rememberPublication(moment);
            article.announced = Announced.LIVE;
            changes.append(Actor.system(), whole.change("article.live", whole));
        }
        WorkingCopy copy = whole.copy();
        WholeArticle after = copy != null && copy.isDue(moment) ? published(whole, copy) : whole;
        if (article.isToBeAnnouncedEnded(moment)) {
            article.announced = Announced.ENDED;
            changes.append(Actor.system(), after.change("article.end", after));
        }
        return after;
    }

    /** Locks an article that is not in the trash. */
    WholeArticle changeable(Ref ref, IfMatch match, Actor actor) {
        WholeArticle whole = locked(ref, match, actor);
        requireOutOfTrash(whole.article());
        return whole;
    }

    /** Publishes the working copy of an article as it was decided before. */
    private WholeArticle published(WholeArticle whole, WorkingCopy copy) {
        Deed deed = new Deed(copy.scheduler(), "article.publish", copy.note);
        Announced announced = whole.article().announced;
        WholeArticle after = store(whole, adopted(whole, whole.shown()), deed, Objects.requireNonNull(copy.publishAt));
        after.article().announced = announced; // what else time has done is told beside this
        return after;
    }

    /**
     * A content that an article had, as it can be written now. What it refers to may be gone since: that is left out; where a tag was merged
     * into another, that stands for it. What it refers to stays until the transaction ends.
     */
    Content present(WholeArticle whole, Content content) {
        List<UUID> targets = content.related().stream()
                .map(RelatedLink::target)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> kept = articles.kept(targets);
        return Content.of(
                content.in(whole.draft()).draft(),
                authors.still(content.authors()),
                tags.still(content.tags()),
                content.related().stream()
                        .filter(link -> link.target() == null || kept.contains(link.target()))
                        .toList());
    }

    /** Makes a content that of an article, without storing it. */
    WholeArticle adopted(WholeArticle whole, Content content) {
        Article article = whole.article();
        Content present = present(whole, content);
        BodyDraft text = present.draft().text();
        if (!text.equals(whole.body().draft())) {
            article.derive(whole.body().write(text));
        }
        article.write(present.draft(), article.slug);
        return whole.with(present.authors(), present.tags(), present.related());
    }

    /** Keeps the tags of an article from being merged into others until they are written again. */
    WholeArticle withTagsKept(WholeArticle whole) {
        return whole.with(whole.authors(), tags.still(whole.tags()), whole.related());
    }

    /** An article that is to be, and what made it. */
    record Begun(WholeArticle whole, Deed deed) {}

    /** Stores new articles, with as many statements for one as for many. */
    List<WholeArticle> begin(List<Begun> begun, Instant at) {
        for (Begun one : begun) {
            Article article = one.whole().article();
            article.createdAt = at;
            article.createdBy = one.deed().actor().id();
            change(article, at);
        }
        articles.persist(begun.stream().map(Begun::whole).toList());
        articles.flush();
        list(begun.stream().map(Begun::whole).toList());
        List<Revisions.Made> made = new ArrayList<>();
        List<WholeArticle> stored = new ArrayList<>();
        for (Begun one : begun) {
            WholeArticle whole = one.whole().changed();
            stored.add(whole);
            made.add(revision(null, whole, one.deed(), at));
            changes.append(one.deed().actor(), whole.change(one.deed().action(), whole));
        }
        revisions.append(made);
        return stored;
    }

    /** Stores what readers may see of an article; a working copy that it had is gone with it. */
    WholeArticle store(WholeArticle before, WholeArticle after, Deed deed, Instant at) {
        Article article = after.article();
        change(article, at);
        if (before.copy() != null) {
            articles.drop(before.copy());
        }
        articles.flush();
        list(List.of(after));
        if (!after.related().equals(before.related())) {
            articles.relate(article.id, after.related());
        }
        WholeArticle stored = after.changed();
        keep(before, stored, deed, at);
        changes.append(deed.actor(), stored.change(deed.action(), before));
        return stored;
    }

    private void change(Article article, Instant at) {
        article.rememberPublication(at);
        article.updatedAt = at;
        article.toldUpTo(clock.instant());
        article.version++;
    }

    /** Lists articles, as they are stored, under their authors and tags. */
    private void list(List<WholeArticle> stored) {
        Map<UUID, List<AuthorRef>> credits = new LinkedHashMap<>();
        Map<UUID, List<TagRef>> tagged = new LinkedHashMap<>();
        for (WholeArticle whole : stored) {
            credits.put(whole.article().id, whole.authors());
            tagged.put(whole.article().id, whole.tags());
        }
        authors.credit(credits);
        tags.tagArticles(tagged);
    }

    /** Stores what a working copy says, or how it stands, as a change of its article that readers do not see. */
    WholeArticle storeCopy(WholeArticle before, WorkingCopy copy, Content content, Deed deed) {
        Article article = before.article();
        article.version++;
        if (before.copy() == null) {
            articles.begin(copy);
        }
        articles.flush();
        WholeArticle after = before.with(copy, content);
        keep(before, after, deed, clock.instant());
        changes.append(deed.actor(), new Change(deed.action(), article.id, article.version, Set.of()));
        return after;
    }

    /** Drops the working copy of an article. */
    WholeArticle dropCopy(WholeArticle before, WorkingCopy copy, Deed deed) {
        Article article = before.article();
        article.version++;
        articles.drop(copy);
        articles.flush();
        WholeArticle after = before.changed();
        keep(before, after, deed, clock.instant());
        changes.append(deed.actor(), new Change(deed.action(), article.id, article.version, Set.of()));
        return after;
    }

    /** Makes it a change of an article that one of those it links to is gone. Readers saw nothing of the link to a thing in the trash. */
    void unlinked(WholeArticle before, UUID target, Actor actor) {
        Article article = before.article();
        article.version++;
        articles.flush();
        WholeArticle live = before.with(before.authors(), before.tags(), without(target, before.related()));
        WholeArticle after = before.copy() == null
                ? live.changed()
                : live.with(
                        before.copy(),
                        before.shown().relatedTo(without(target, before.shown().related())));
        Deed deed = new Deed(actor, "article.relate", null);
        keep(before, after, deed, clock.instant());
        changes.append(actor, after.change(deed.action(), before));
    }

    private static List<RelatedLink> without(UUID target, List<RelatedLink> links) {
        return links.stream().filter(link -> !target.equals(link.target())).toList();
    }

    private void keep(WholeArticle before, WholeArticle after, Deed deed, Instant at) {
        revisions.append(List.of(revision(before, after, deed, at)));
    }

    private Revisions.Made revision(@Nullable WholeArticle before, WholeArticle after, Deed deed, Instant at) {
        Article article = after.article();
        return new Revisions.Made(
                article.id,
                article.version,
                at,
                deed.actor(),
                deed.action(),
                deed.note(),
                after.copy() != null,
                before == null ? null : snapshots.of(before.shown()),
                snapshots.of(after.shown()));
    }

    /** Names what was changed since a version, and who did it. */
    private List<Fault> changed(UUID article, long sent, long present) {
        return revisions.between(article, sent, present).stream()
                .map(difference -> RequestProblem.VERSION_IS_STALE.at(
                        "#/" + difference.field(),
                        "was changed in version " + difference.number() + " by " + difference.actor()))
                .toList();
    }

    /** Refuses whoever did not create an article, and may not edit those of others. */
    static void requireTheirs(@Nullable UUID createdBy, Actor actor) {
        if (!actor.id().equals(createdBy)) {
            actor.require(Permission.EDIT_ANY_ARTICLE);
        }
    }

    static void requireOutOfTrash(Article article) {
        if (article.status == ArticleStatus.TRASH) {
            throw ArticleProblem.ARTICLE_IN_TRASH.because("The article ‘" + article.slug + "’ is in the trash.");
        }
    }

    static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no article of this slug or id.");
    }
}
