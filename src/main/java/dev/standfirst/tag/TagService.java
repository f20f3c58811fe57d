package dev.standfirst.tag;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.access.Permission;
import dev.standfirst.change.Change;
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
import dev.standfirst.shared.sql.Turns;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with tags. */
@ApplicationScoped
public class TagService {
    private static final RedirectKind KIND = RedirectKind.TAG;

    private final Tags tags;
    private final Slugs slugs;
    private final Turns turns;
    private final ChangeLog changes;
    private final Drafts drafts;
    private final Clock clock;

    TagService(Tags tags, Slugs slugs, Turns turns, ChangeLog changes, Drafts drafts, Clock clock) {
        this.tags = tags;
        this.slugs = slugs;
        this.turns = turns;
        this.changes = changes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Lists tags. */
    public Page<TagView> list(TagFilter filter, PageRequest page) {
        return tags.page(filter, page);
    }

    /** Reads a tag; fails with {@code not-found}. */
    public TagView read(Ref ref) {
        return tags.read(ref).orElseThrow(TagService::notFound);
    }

    /** Creates a tag; fails with {@code slug-taken}. */
    @Transactional
    public TagView create(TagDraft draft, Actor actor) {
        return insert(draft, actor).view();
    }

    /** Replaces what an editor writes of a tag. */
    @Transactional
    public TagView replace(Ref ref, IfMatch match, TagDraft draft, Actor actor) {
        return change(ref, match, current -> draft, actor);
    }

    /** Changes some of what an editor writes of a tag. */
    @Transactional
    public TagView patch(Ref ref, IfMatch match, MergePatch<TagDraft> patch, Actor actor) {
        return change(ref, match, current -> drafts.patched(current, patch, TagDraft.class), actor);
    }

    private TagView change(Ref ref, IfMatch match, UnaryOperator<TagDraft> edit, Actor actor) {
        Tag tag = tags.lock(ref).orElseThrow(TagService::notFound);
        match.require(tag.version);
        TagDraft current = tag.draft();
        TagDraft edited = edit.apply(current);
        String slug = edited.slug() == null ? tag.slug : edited.slug();
        TagDraft next = edited.named(slug);
        if (next.equals(current)) {
            return tag.view();
        }
        Instant now = clock.instant();
        if (!tag.slug.equals(slug)) {
            slugs.give(KIND, new Slugs.Wish(slug, tag.name, tag.id));
            slugs.moved(KIND, tag.slug, tag.id, tags.wasPublic(tag.id, now));
        }
        tag.write(next, now);
        return logged("tag.update", tag, actor).view();
    }

    /** Deletes a tag for good; fails with {@link TagProblem#TAG_IN_USE} while any article has it. */
    @Transactional
    public void delete(Ref ref, IfMatch match, Actor actor) {
        Tag tag = tags.lock(ref).orElseThrow(TagService::notFound);
        match.require(tag.version);
        if (tags.isInUse(tag.id)) {
            throw TagProblem.TAG_IN_USE.because("Articles have the tag ‘" + tag.name + "’.");
        }
        tags.delete(tag);
        slugs.forget(tag.id, actor);
        logged("tag.delete", tag, actor);
    }

    /**
     * Merges a tag into another: every article that had the one has the other, and all that led to the one leads to the other. Articles do
     * not change by it, as they do not when a tag is renamed.
     *
     * <p>Fails with {@link TagProblem#TAG_MERGED} where either is another tag by now, also when that happens while this waits.
     */
    @Transactional
    public TagView merge(Ref ref, TagMerge merge, Actor actor) {
        Ref into = Ref.of(merge.into());
        UUID mergedId = tags.read(ref).orElseThrow(() -> missing(ref)).id();
        UUID keptId = tags.read(into).orElseThrow(() -> missingTarget(into)).id();
        if (mergedId.equals(keptId)) {
            throw TagProblem.MERGE_INTO_ITSELF
                    .because("Both are the same tag.")
                    .with(TagProblem.MERGE_INTO_ITSELF.at("#/into", "is the tag that is to be merged"));
        }
        Map<UUID, Tag> locked = tags.lock(List.of(mergedId, keptId));
        Tag merged = Optional.ofNullable(locked.get(mergedId)).orElseThrow(() -> missing(ref));
        Tag kept = Optional.ofNullable(locked.get(keptId)).orElseThrow(() -> missingTarget(into));
        Instant now = clock.instant();
        slugs.merged(KIND, merged.slug, merged.id, kept.id, tags.wasPublic(merged.id, now), actor);
        tags.moveAll(merged, kept);
        tags.delete(merged);
        kept.absorb(merged, now);
        Set<String> groups = Set.of("tag:" + merged.id, "tag:" + kept.id, "tags", "articles");
        changes.append(actor, new Change("tag.merge", merged.id, merged.version + 1, groups));
        changes.append(actor, new Change("tag.update", kept.id, kept.version, groups));
        return kept.view();
    }

    /** Finds the tags that one draft names, as {@link #namedEach} does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<TagRef> named(String pointer, List<String> slugsOrNames, boolean create, Actor actor) {
        return namedEach(pointer, List.of(slugsOrNames), create, actor).get(0);
    }

    /**
     * Finds the tags that drafts name, by slug or by name, also by one that was theirs or that of a tag merged into them; and creates the
     * missing ones.
     *
     * @param pointer where in the body of each they are named, as a JSON pointer
     * @return for each draft those that it names, each once, in that order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<List<TagRef>> namedEach(String pointer, List<List<String>> drafts, boolean create, Actor actor) {
        List<String> names =
                drafts.stream().flatMap(Collection::stream).distinct().toList();
        Map<String, Tag> all = new HashMap<>(names.isEmpty() ? Map.of() : lookUp(names, LockModeType.PESSIMISTIC_READ));
        List<String> missing =
                names.stream().filter(name -> find(all, name) == null).toList();
        if (!missing.isEmpty()) {
            // Writers that miss the same names take turns, and look again when it is theirs.
            turns.takeAll(missing.stream()
                    .map(name -> "tag name/" + Tags.folded(name))
                    .toList());
            all.putAll(lookUp(missing, LockModeType.PESSIMISTIC_READ));
        }
        List<String> unknown =
                missing.stream().filter(name -> find(all, name) == null).toList();
        boolean mayCreate = create && actor.may(Permission.WRITE_TAGS);
        Set<String> refused = unknown.stream()
                .filter(name -> !mayCreate || name.length() > TagDraft.LONGEST_NAME)
                .collect(Collectors.toSet());
        drafts.forEach(draft -> requireNone(refused, pointer, draft));
        for (String name : unknown) {
            if (find(all, name) == null) { // two of them may be one name
                Tag tag = insert(new TagDraft(null, name, null, TagKind.TOPIC, null), actor);
                all.put(tag.slug, tag);
                all.put(Tags.folded(name), tag);
            }
        }
        return drafts.stream()
                .map(draft -> draft.stream()
                        .map(name -> requireNonNull(find(all, name)).ref())
                        .distinct()
                        .toList())
                .toList();
    }

    /**
     * Finds those of some tags that there still are, by what they are called now, and keeps them until the transaction ends. For a tag that
     * was merged the one that it was merged into stands.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<TagRef> still(List<TagRef> refs) {
        List<UUID> ids = refs.stream().map(TagRef::id).toList();
        Map<UUID, TagRef> known = new HashMap<>(tags.kept(ids));
        List<UUID> led = led(ids, known);
        while (!led.equals(ids)) { // also where one was merged while this waited for it
            ids = led;
            known.putAll(tags.kept(ids));
            led = led(ids, known);
        }
        return ids.stream()
                .filter(known::containsKey)
                .map(known::get)
                .distinct()
                .toList();
    }

    /** The ids, with those that are not known replaced by what they lead to. */
    private List<UUID> led(List<UUID> ids, Map<UUID, TagRef> known) {
        List<String> missing = ids.stream()
                .filter(id -> !known.containsKey(id))
                .map(id -> Ref.of(id).text())
                .toList();
        if (missing.isEmpty()) {
            return ids;
        }
        Map<String, UUID> merged = slugs.formerlyOf(KIND, missing);
        return ids.stream()
                .map(id -> merged.getOrDefault(Ref.of(id).text(), id))
                .toList();
    }

    /** The ids of the tags that drafts would name so at this moment, by what they name them by; of those that there are. */
    @Transactional
    public Map<String, UUID> ids(Set<String> slugsOrNames) {
        Map<String, UUID> ids = new HashMap<>();
        if (!slugsOrNames.isEmpty()) {
            Map<String, Tag> all = lookUp(slugsOrNames, LockModeType.NONE);
            slugsOrNames.forEach(name -> Optional.ofNullable(find(all, name)).ifPresent(tag -> ids.put(name, tag.id)));
        }
        return ids;
    }

    private Map<String, Tag> lookUp(Collection<String> slugsOrNames, LockModeType lock) {
        return tags.named(slugsOrNames, former -> slugs.formerlyOf(KIND, former), lock);
    }

    private static @Nullable Tag find(Map<String, Tag> tags, String name) {
        Tag bySlug = tags.get(name);
        return bySlug != null ? bySlug : tags.get(Tags.folded(name));
    }

    /** Replaces the tags of articles, by their ids, which are stored already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tagArticles(Map<UUID, List<TagRef>> refs) {
        Map<UUID, List<UUID>> named = new LinkedHashMap<>();
        refs.forEach((article, tagsOfIt) ->
                named.put(article, tagsOfIt.stream().map(TagRef::id).toList()));
        tags.tagArticles(named);
    }

    private Tag insert(TagDraft draft, Actor actor) {
        Tag tag = new Tag();
        tag.id = UuidCreator.getTimeOrderedEpoch();
        String slug = slugs.give(KIND, new Slugs.Wish(draft.slug(), draft.name(), tag.id));
        Instant now = clock.instant();
        tag.createdAt = now;
        tag.write(draft.named(slug), now);
        tags.persist(tag);
        return logged("tag.create", tag, actor);
    }

    private Tag logged(String action, Tag tag, Actor actor) {
        changes.append(actor, new Change(action, tag.id, tag.version, Set.of("tag:" + tag.id, "tags")));
        return tag;
    }

    /** Says where a tag went, or that there is none. */
    private ProblemException missing(Ref ref) {
        return goneElsewhere(ref).orElseGet(TagService::notFound);
    }

    private ProblemException missingTarget(Ref into) {
        return goneElsewhere(into)
                .map(merged -> merged.with(TagProblem.TAG_MERGED.at("#/into", merged.detail())))
                .orElseGet(() -> TagProblem.UNKNOWN_TAG
                        .because("There is no tag to merge into.")
                        .with(TagProblem.UNKNOWN_TAG.at("#/into", "is the slug or id of no tag")));
    }

    private Optional<ProblemException> goneElsewhere(Ref ref) {
        return slugs.formerlyOf(KIND, ref)
                .flatMap(id -> tags.read(Ref.of(id)))
                .map(tag -> TagProblem.TAG_MERGED.because(
                        "It is the tag ‘" + tag.name() + "’ now: " + tag.slug() + ", " + tag.id() + "."));
    }

    private static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no tag of this slug or id.");
    }

    private static void requireNone(Set<String> refused, String pointer, List<String> slugsOrNames) {
        List<Fault> faults = slugsOrNames.stream()
                .distinct()
                .filter(refused::contains)
                .map(name -> TagProblem.UNKNOWN_TAG.at(
                        pointer + "/" + slugsOrNames.indexOf(name),
                        name.length() > TagDraft.LONGEST_NAME
                                ? "is the slug of no tag, and too long for a name"
                                : "is the slug or name of no tag"))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, TagProblem.UNKNOWN_TAG);
        }
    }
}
