package dev.standfirst.collection;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleLookup;
import dev.standfirst.article.ArticleService;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What is done with collections. */
@ApplicationScoped
public class CollectionService {
    private static final RedirectKind KIND = RedirectKind.COLLECTION;

    private final Collections collections;
    private final ArticleService stories;
    private final ArticleLookup articles;
    private final Slugs slugs;
    private final ChangeLog changes;
    private final CollectionEditions editions;
    private final Drafts drafts;
    private final Clock clock;

    CollectionService(
            Collections collections,
            ArticleService stories,
            ArticleLookup articles,
            Slugs slugs,
            ChangeLog changes,
            CollectionEditions editions,
            Drafts drafts,
            Clock clock) {
        this.collections = collections;
        this.stories = stories;
        this.articles = articles;
        this.slugs = slugs;
        this.changes = changes;
        this.editions = editions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Lists collections by their slugs. */
    public Page<CollectionSummary> list(PageRequest page) {
        return collections.page(page, clock.instant());
    }

    /** Reads a collection as it is now; fails with {@code not-found}. */
    public CollectionView read(Ref ref) {
        stories.catchUp();
        return read(ref, clock.instant());
    }

    private CollectionView read(Ref ref, Instant now) {
        return collections.read(ref, now).orElseThrow(CollectionService::notFound);
    }

    /** Creates a collection; fails with {@code slug-taken}, and with {@link CollectionProblem}. */
    @Transactional
    public CollectionView create(CollectionDraft draft, Actor actor) {
        List<Collections.Item> items = items("#/items", draft.stories());
        Collection collection = new Collection();
        collection.id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        collection.createdAt = now;
        String slug = slugs.give(KIND, new Slugs.Wish(draft.slug(), draft.name(), collection.id));
        collection.write(draft.named(slug), now);
        collections.persist(collection);
        collections.flush();
        collections.begin(UuidCreator.getTimeOrderedEpoch(), collection.id, null, null, items);
        return logged("collection.create", collection, now, actor);
    }

    /** Replaces what an editor writes of a collection; editions that are to come stay. */
    @Transactional
    public CollectionView replace(Ref ref, IfMatch match, CollectionDraft draft, Actor actor) {
        return edit("collection.update", ref, match, current -> draft, actor);
    }

    /** Changes some of what an editor writes of a collection. */
    @Transactional
    public CollectionView patch(Ref ref, IfMatch match, MergePatch<CollectionDraft> patch, Actor actor) {
        return edit(
                "collection.update",
                ref,
                match,
                current -> drafts.patched(current, patch, CollectionDraft.class),
                actor);
    }

    /** Moves a story of a collection; fails with {@link CollectionProblem#STORY_NOT_IN_COLLECTION}. */
    @Transactional
    public CollectionView move(Ref ref, IfMatch match, ItemMove move, Actor actor) {
        return edit("collection.move", ref, match, current -> moved(current, move), actor);
    }

    private CollectionDraft moved(CollectionDraft current, ItemMove move) {
        List<ItemDraft> items = new ArrayList<>(current.stories());
        int from = place(items, "#/article", move.article());
        int before = move.before() == null ? items.size() : place(items, "#/before", move.before());
        items.add(before, items.get(from));
        items.remove(before <= from ? from + 1 : from);
        return new CollectionDraft(current.slug(), current.name(), current.description(), items);
    }

    private int place(List<ItemDraft> items, String pointer, String named) {
        UUID id = articles.find(List.of(named)).get(named);
        for (int place = 0; place < items.size(); place++) {
            if (items.get(place).article().equals(String.valueOf(id))) {
                return place;
            }
        }
        throw CollectionProblem.STORY_NOT_IN_COLLECTION
                .because("The collection does not hold the story.")
                .with(CollectionProblem.STORY_NOT_IN_COLLECTION.at(pointer, "is no story of the collection"));
    }

    private CollectionView edit(
            String action, Ref ref, IfMatch match, UnaryOperator<CollectionDraft> edit, Actor actor) {
        Collection collection = locked(ref);
        Instant now = clock.instant();
        CollectionView before = read(Ref.of(collection.id), now);
        match.require(before.version());
        CollectionDraft draft = edit.apply(before.draft());
        String slug = draft.slug() == null ? collection.slug : draft.slug();
        CollectionDraft next = draft.named(slug);
        List<Collections.Item> items = items("#/items", next.stories());
        List<Collections.Item> present = before.items().stream()
                .map(item -> new Collections.Item(item.article().id(), item.title(), item.image()))
                .toList();
        boolean sameItems = items.equals(present);
        if (sameItems && next.isThatOf(before)) {
            return before;
        }
        if (!collection.slug.equals(slug)) {
            slugs.give(KIND, new Slugs.Wish(slug, collection.name, collection.id));
            slugs.moved(KIND, collection.slug, collection.id, true);
        }
        collection.write(next, now);
        collections.flush();
        if (!sameItems) {
            collections.replace(collections.edition(collection.id, now), items);
        }
        return logged(action, collection, now, actor);
    }

    /** Deletes a collection for good, with the editions that are to come. Its stories stay what they are. */
    @Transactional
    public void delete(Ref ref, IfMatch match, Actor actor) {
        Collection collection = locked(ref);
        CollectionView before = read(Ref.of(collection.id), clock.instant());
        match.require(before.version());
        collections.delete(collection);
        slugs.forget(collection.id, actor);
        changes.append(actor, Collection.change("collection.delete", collection.id, before.version() + 1));
    }

    /** Lists the editions of a collection that are to come, the first before the others; fails with {@code not-found}. */
    public Page<EditionView> schedule(Ref ref, PageRequest page) {
        return collections.editions(read(ref).id(), page, clock.instant());
    }

    /** Reads an edition of a collection, to come or begun; fails with {@code not-found}. */
    public EditionView edition(Ref ref, UUID edition) {
        return collections.edition(read(ref).id(), edition).orElseThrow(CollectionService::noEdition);
    }

    /** Decides what a collection is to hold from a moment on; fails with {@link CollectionProblem}. */
    @Transactional
    public EditionView schedule(Ref ref, EditionDraft draft, Actor actor) {
        Collection collection = locked(ref);
        Instant now = clock.instant();
        if (!draft.startsAt().isAfter(now)) {
            throw CollectionProblem.EDITION_IN_THE_PAST
                    .because("startsAt does not lie ahead.")
                    .with(CollectionProblem.EDITION_IN_THE_PAST.at("#/startsAt", "must lie ahead"));
        }
        if (collections.hasEditionAt(collection.id, draft.startsAt())) {
            throw CollectionProblem.EDITION_EXISTS
                    .because("Another edition begins at this moment.")
                    .with(CollectionProblem.EDITION_EXISTS.at("#/startsAt", "is when another edition begins"));
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        collections.begin(id, collection.id, draft.startsAt(), draft.note(), items("#/items", draft.items()));
        collection.version++;
        collections.flush();
        logged("collection.schedule", collection, now, actor);
        return collections.edition(collection.id, id).orElseThrow();
    }

    /** Cancels an edition that is to come; fails with {@link CollectionProblem#EDITION_BEGUN} for one that has begun. */
    @Transactional
    public void unschedule(Ref ref, UUID id, Actor actor) {
        Collection collection = locked(ref);
        Instant now = clock.instant();
        EditionView edition = collections.edition(collection.id, id).orElseThrow(CollectionService::noEdition);
        if (!edition.startsAt().isAfter(now)) {
            throw CollectionProblem.EDITION_BEGUN.because("The edition began at " + edition.startsAt() + ".");
        }
        collections.cancel(id);
        collection.version++;
        collections.flush();
        logged("collection.unschedule", collection, now, actor);
    }

    /** The collection, locked; the log is told first of what began before what is done with it now. */
    private Collection locked(Ref ref) {
        Collection collection = collections.lock(ref).orElseThrow(CollectionService::notFound);
        editions.catchUp(collection.id, clock.instant());
        return collection;
    }

    private CollectionView logged(String action, Collection collection, Instant now, Actor actor) {
        CollectionView view = read(Ref.of(collection.id), now);
        changes.append(actor, Collection.change(action, view.id(), view.version()));
        return view;
    }

    private List<Collections.Item> items(String pointer, List<ItemDraft> wanted) {
        Map<String, UUID> known =
                articles.find(wanted.stream().map(ItemDraft::article).toList());
        List<Collections.Item> items = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int place = 0; place < wanted.size(); place++) {
            ItemDraft item = wanted.get(place);
            UUID article = known.get(item.article());
            String at = pointer + "/" + place + "/article";
            if (article == null) {
                faults.add(CollectionProblem.STORY_UNKNOWN.at(at, "is the slug or id of no story"));
            } else if (!seen.add(article)) {
                faults.add(CollectionProblem.STORY_TWICE.at(at, "is in the list already"));
            } else {
                items.add(new Collections.Item(article, item.title(), item.image()));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, CollectionProblem.values());
        }
        return items;
    }

    private static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no collection of this slug or id.");
    }

    private static ProblemException noEdition() {
        return RequestProblem.NOT_FOUND.because("The collection has no edition of this id.");
    }
}
