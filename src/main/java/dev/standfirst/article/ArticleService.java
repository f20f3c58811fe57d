package dev.standfirst.article;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.access.Move;
import dev.standfirst.access.Permission;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.author.AuthorService;
import dev.standfirst.body.DerivedBody;
import dev.standfirst.change.Outcome;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.sql.Turns;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagRef;
import dev.standfirst.tag.TagService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is done with articles. */
@ApplicationScoped
public class ArticleService {
    private static final RedirectKind KIND = RedirectKind.ARTICLE;

    private final Articles articles;
    private final ArticleStore store;
    private final WorkingCopyService copies;
    private final Moments moments;
    private final AuthorService authors;
    private final TagService tags;
    private final Slugs slugs;
    private final Turns turns;
    private final Drafts drafts;
    private final SiteSettings site;
    private final Clock clock;

    ArticleService(
            Articles articles,
            ArticleStore store,
            WorkingCopyService copies,
            Moments moments,
            AuthorService authors,
            TagService tags,
            Slugs slugs,
            Turns turns,
            Drafts drafts,
            SiteSettings site,
            Clock clock) {
        this.articles = articles;
        this.store = store;
        this.copies = copies;
        this.moments = moments;
        this.authors = authors;
        this.tags = tags;
        this.slugs = slugs;
        this.turns = turns;
        this.drafts = drafts;
        this.site = site;
        this.clock = clock;
    }

    /** An article after a write, and what came of it. */
    public record Written(ArticleView article, Outcome outcome) {}

    /** Lists articles. */
    public Page<ArticleSummary> list(ArticleFilter filter, ArticleSort sort, PageRequest page) {
        catchUp();
        return articles.page(filter, sort, page);
    }

    /** Reads an article as the desk is shown it; fails with {@code not-found}. */
    public ArticleView read(Ref ref) {
        return copies.shown(readLive(ref));
    }

    /** Reads an article as readers see it, or would see it at its time; outside of a transaction, or see {@link #catchUp}. Fails with {@code not-found}. */
    public ArticleView readLive(Ref ref) {
        ArticleView live = found(ref);
        if (!copies.isDue(live)) {
            return live;
        }
        catchUp();
        return found(ref); // also if another request published it meanwhile
    }

    private ArticleView found(Ref ref) {
        return articles.read(ref).orElseThrow(ArticleStore::notFound);
    }

    /**
     * Publishes the working copies whose moment has come: called before anything of articles is read that {@link #readLive} does not read. Does
     * nothing within a transaction.
     */
    public void catchUp() {
        moments.publishCopies();
    }

    /**
     * Creates an article, published if its draft says so.
     *
     * @param upsert whether an article of the same external reference is updated instead
     */
    @Transactional
    public Written create(ArticleDraft draft, boolean upsert, ArticleOptions options, Actor actor) {
        return create(draft, PreparedArticle::derived, upsert, options, actor);
    }

    /** Creates an article as {@link #create(ArticleDraft, boolean, ArticleOptions, Actor)} does, without deriving its body again. */
    @Transactional
    public Written create(PreparedArticle prepared, boolean upsert, ArticleOptions options, Actor actor) {
        return create(prepared.draft(), prepared::derivedOnce, upsert, options, actor);
    }

    private Written create(
            ArticleDraft draft,
            Function<BodyDraft, DerivedBody> derivation,
            boolean upsert,
            ArticleOptions options,
            Actor actor) {
        if (upsert && draft.externalRef() == null) {
            throw ArticleProblem.EXTERNAL_REF_MISSING
                    .because("An upsert needs an externalRef.")
                    .with(ArticleProblem.EXTERNAL_REF_MISSING.at("#/externalRef", "is missing"));
        }
        Optional<WholeArticle> known = claim(draft.externalRef());
        if (known.isEmpty()) {
            PreparedArticle prepared = new PreparedArticle(draft, derivation.apply(draft.text()));
            WholeArticle created = insert(List.of(prepared), options, actor).get(0);
            return new Written(created.view(site), Outcome.CREATED);
        }
        if (!upsert) {
            throw externalRefTaken();
        }
        ArticleStore.requireTheirs(known.get().article().createdBy, actor);
        return write(known.get(), draft, derivation, options, actor);
    }

    /**
     * Creates articles as {@link #create} does, in this order, all or none. It takes as many statements for one as for many, but for tags that
     * are new and slugs that get a number. Fails where one of them would, and does not say which.
     *
     * @return their slugs
     */
    @Transactional
    public List<String> createAll(List<PreparedArticle> all, ArticleOptions options, Actor actor) {
        List<ExternalRef> refs = all.stream()
                .map(prepared -> prepared.draft().externalRef())
                .filter(Objects::nonNull)
                .toList();
        turns.takeAll(refs.stream().map(ArticleService::turn).toList());
        if (articles.isAnyCalled(refs) || refs.stream().distinct().count() < refs.size()) {
            throw externalRefTaken();
        }
        return insert(all, options, actor).stream()
                .map(whole -> whole.article().slug)
                .toList();
    }

    private List<WholeArticle> insert(List<PreparedArticle> all, ArticleOptions options, Actor actor) {
        Instant now = clock.instant();
        List<ArticleDraft> drafts = all.stream().map(PreparedArticle::draft).toList();
        List<List<AuthorRef>> credits = authors.namedEach(
                drafts.stream().map(draft -> orEmpty(draft.authors())).toList());
        List<List<TagRef>> tagged = tags.namedEach(
                "#/tags", drafts.stream().map(draft -> orEmpty(draft.tags())).toList(), options.createTags(), actor);
        List<ArticleStore.Begun> begun = new ArrayList<>();
        List<ArticleDraft> complete = new ArrayList<>();
        List<Slugs.Wish> wishes = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            WholeArticle blank = WholeArticle.blank(UuidCreator.getTimeOrderedEpoch());
            WholeArticle whole = blank.with(credits.get(place), tagged.get(place), blank.related());
            ArticleDraft draft = Content.of(
                            drafts.get(place).complete(blank.draft(), site.language(), now),
                            whole.authors(),
                            whole.tags(),
                            whole.related())
                    .draft();
            Optional<Move> move = move(ArticleStatus.DRAFT, requireNonNull(draft.status()));
            move.ifPresent(wished -> wished.require(ArticleStatus.DRAFT, actor));
            requireAcceptable(draft);
            complete.add(draft);
            wishes.add(new Slugs.Wish(draft.slug(), draft.title(), whole.article().id));
            String action = move.map(Move::action).orElse("article.create");
            begun.add(new ArticleStore.Begun(whole, new Deed(actor, action, options.note())));
        }
        List<String> given = slugs.give(KIND, wishes);
        for (int place = 0; place < all.size(); place++) {
            WholeArticle whole = begun.get(place).whole();
            whole.article().write(complete.get(place), given.get(place));
            whole.article()
                    .derive(whole.body()
                            .write(complete.get(place).text(), all.get(place).body()));
        }
        return store.begin(begun, now);
    }

    /** Replaces what an editor writes of an article. */
    @Transactional
    public ArticleView replace(Ref ref, IfMatch match, ArticleDraft draft, ArticleOptions options, Actor actor) {
        return edit(ref, match, current -> draft, options, actor).article();
    }

    /**
     * Replaces what an editor writes of an article, at whatever version it is, without deriving its body again. What another system calls it
     * stays, unless the draft says it.
     */
    @Transactional
    public Written replace(Ref ref, PreparedArticle prepared, ArticleOptions options, Actor actor) {
        WholeArticle before = store.changeable(ref, IfMatch.any(), actor);
        ArticleDraft draft = prepared.draft().called(before.draft().externalRef());
        return write(before, draft, prepared::derivedOnce, options, actor);
    }

    /** Changes some of what an editor writes of an article. */
    @Transactional
    public ArticleView patch(
            Ref ref, IfMatch match, MergePatch<ArticleDraft> patch, ArticleOptions options, Actor actor) {
        return edit(ref, match, current -> drafts.patched(current, patch, ArticleDraft.class), options, actor)
                .article();
    }

    /** Makes of what an editor wrote of an article what an edit makes of it. */
    @Transactional
    public Written edit(Ref ref, IfMatch match, UnaryOperator<ArticleDraft> edit, ArticleOptions options, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        if (!toCopy(before.article(), options.draft())) {
            requireNoCopy(before); // which is what the desk is shown, and not what this would change
        }
        return write(before, edit.apply(before.shown().draft()), PreparedArticle::derived, options, actor);
    }

    /**
     * Changes what an article is related to, as a change of the article itself.
     *
     * @param links finds the links of the article of an id
     * @return whether that changed anything
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome relate(
            Ref ref, IfMatch match, Function<UUID, List<RelatedLink>> links, ArticleOptions options, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        Article article = before.article();
        boolean toCopy = toCopy(article, options.draft());
        if (!toCopy) {
            requireMayEdit(article, actor);
        }
        Content current = toCopy ? before.shown() : before.content();
        Content next = current.relatedTo(links.apply(article.id));
        Deed deed = new Deed(actor, "article.relate", options.note());
        if (next.equals(current)) {
            return Outcome.UNCHANGED;
        }
        if (toCopy) {
            copies.write(before, next, deed);
            return Outcome.UPDATED;
        }
        requireNoCopy(before);
        WholeArticle kept = store.withTagsKept(before);
        Instant now = clock.instant();
        article.rememberPublication(now);
        store.store(before, kept.with(kept.authors(), kept.tags(), next.related()), deed, now);
        return Outcome.UPDATED;
    }

    /** The id of the article, of which outside of a transaction nothing is due any more; fails with {@code not-found}. */
    public UUID id(Ref ref) {
        catchUp();
        return articles.id(ref).orElseThrow(ArticleStore::notFound);
    }

    /** An article that somebody may edit, at a version. */
    public record Editable(UUID id, long version) {}

    /** Finds an article that the actor may edit, which stays at its version until the transaction ends; fails with {@code not-found}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Editable editable(Ref ref, Actor actor) {
        Article article = store.locked(ref, IfMatch.any(), actor).article();
        return new Editable(article.id, article.version);
    }

    /**
     * Goes back to what an article said at one of its versions; what belongs to the article itself, as its address and status, stays. Fails
     * with {@link ArticleProblem#REVISION_UNKNOWN}.
     */
    @Transactional
    public ArticleView revert(Ref ref, IfMatch match, long number, ArticleOptions.OnRelate options, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        Article article = before.article();
        Content then = articles.restore(article.id, number).orElseThrow(() -> ArticleProblem.revisionUnknown(number));
        boolean toCopy = toCopy(article, options.draft());
        if (!toCopy) {
            requireNoCopy(before);
            requireMayEdit(article, actor);
        }
        Content content = store.present(before, then);
        if (content.equals(before.shown())) {
            return before.view(site);
        }
        Deed deed = new Deed(actor, "article.revert", options.note());
        if (toCopy) {
            return copies.write(before, content, deed).view(site);
        }
        Instant now = clock.instant();
        article.rememberPublication(now);
        return store.store(before, store.adopted(before, content), deed, now).view(site);
    }

    /** The related links of the working copy of an article at this version. */
    public List<RelatedLink> workingLinks(UUID id, long version) {
        return articles.revision(id, version).related();
    }

    private Written write(
            WholeArticle before,
            ArticleDraft wanted,
            Function<BodyDraft, DerivedBody> derivation,
            ArticleOptions options,
            Actor actor) {
        Article article = before.article();
        ArticleStore.requireOutOfTrash(article);
        boolean toCopy = toCopy(article, options.draft());
        Instant now = clock.instant();
        Content written = toCopy ? before.shown() : before.content();
        ArticleDraft current = written.draft();
        WholeArticle after = before.with(
                authors.named(orEmpty(wanted.authors())),
                tags.named("#/tags", orEmpty(wanted.tags()), options.createTags(), actor),
                before.related());
        ArticleDraft asked = toCopy ? copies.draft(current, wanted) : wanted;
        Content content = Content.of(
                asked.complete(current, site.language(), now), after.authors(), after.tags(), written.related());
        ArticleDraft next = content.draft();
        if (toCopy) {
            return next.equals(current)
                    ? new Written(before.view(site), Outcome.UNCHANGED)
                    : new Written(
                            copies.write(before, content, new Deed(actor, "article.draft", options.note()))
                                    .view(site),
                            Outcome.UPDATED);
        }
        Optional<Move> move = move(article.status, requireNonNull(next.status()));
        requireMayEdit(article, actor);
        move.ifPresent(wished -> wished.require(article.status, actor));
        if (next.equals(current)) {
            return new Written(before.view(site), Outcome.UNCHANGED);
        }
        requireNoCopy(before);
        requireAcceptable(next);
        if (next.externalRef() != null && !next.externalRef().equals(current.externalRef())) {
            claim(next.externalRef()).ifPresent(other -> {
                throw externalRefTaken();
            });
        }
        article.rememberPublication(now);
        String slug = address(article, next);

        article.write(next, slug);
        if (!next.text().equals(current.text())) {
            article.derive(after.body().write(next.text(), derivation.apply(next.text())));
        }
        String action = move.map(Move::action).orElse("article.update");
        WholeArticle stored = store.store(before, after, new Deed(actor, action, options.note()), now);
        return new Written(stored.view(site), Outcome.UPDATED);
    }

    private static Optional<Move> move(ArticleStatus from, ArticleStatus to) {
        if (to == ArticleStatus.TRASH) {
            throw ArticleProblem.STATUS_BY_DELETE
                    .because("The status ‘trash’ cannot be written.")
                    .with(ArticleProblem.STATUS_BY_DELETE.at("#/status", "must be draft, review or published"));
        }
        if (from == to) {
            return Optional.empty();
        }
        return Optional.of(Move.between(from, to)
                .orElseThrow(() -> ArticleProblem.MOVE_NOT_ALLOWED
                        .because("No move leads from ‘%s’ to ‘%s’.".formatted(Spelling.of(from), Spelling.of(to)))
                        .with(ArticleProblem.MOVE_NOT_ALLOWED.at(
                                "#/status", "is no status that the present one leads to"))));
    }

    private String address(Article article, ArticleDraft next) {
        String slug = requireNonNull(next.slug());
        if (!slug.equals(article.slug)) {
            slugs.give(KIND, new Slugs.Wish(slug, next.title(), article.id));
            slugs.moved(KIND, article.slug, article.id, article.firstPublishedAt != null);
        }
        return slug;
    }

    /** Makes writers of one external reference take turns, and finds the article that has it. */
    private Optional<WholeArticle> claim(@Nullable ExternalRef ref) {
        if (ref == null) {
            return Optional.empty();
        }
        turns.take(turn(ref));
        return articles.lock(ref).map(article -> store.locked(Ref.of(article.id)));
    }

    private static String turn(ExternalRef ref) {
        return "externalRef/" + ref.source() + "/" + ref.id();
    }

    private static List<String> orEmpty(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static void requireMayEdit(Article article, Actor actor) {
        if (article.isPublished()) {
            actor.require(Permission.PUBLISH_ARTICLES);
        }
    }

    private static boolean toCopy(Article article, boolean draft) {
        return draft && article.isPublished();
    }

    private static void requireNoCopy(WholeArticle whole) {
        if (whole.copy() != null) {
            throw ArticleProblem.WORKING_COPY_EXISTS.because(
                    "The article ‘" + whole.article().slug + "’ has a working copy.");
        }
    }

    static void requireAcceptable(ArticleDraft draft) {
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
}
