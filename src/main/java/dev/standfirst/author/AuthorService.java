package dev.standfirst.author;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
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
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is done with authors. */
@ApplicationScoped
public class AuthorService {
    private static final RedirectKind KIND = RedirectKind.AUTHOR;

    private final Authors authors;
    private final Slugs slugs;
    private final ChangeLog changes;
    private final Drafts drafts;
    private final Clock clock;

    AuthorService(Authors authors, Slugs slugs, ChangeLog changes, Drafts drafts, Clock clock) {
        this.authors = authors;
        this.slugs = slugs;
        this.changes = changes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Lists authors. */
    public Page<AuthorView> list(AuthorFilter filter, PageRequest page) {
        return authors.page(filter, page);
    }

    /** Reads an author; fails with {@code not-found}. */
    public AuthorView read(Ref ref) {
        return authors.read(ref).orElseThrow(AuthorService::notFound);
    }

    /** Creates an author; fails with {@code slug-taken}. */
    @Transactional
    public AuthorView create(AuthorDraft draft, Actor actor) {
        return insert(draft, actor).view();
    }

    /** Replaces what an editor writes of an author. */
    @Transactional
    public AuthorView replace(Ref ref, IfMatch match, AuthorDraft draft, Actor actor) {
        return change(ref, match, current -> draft, actor);
    }

    /** Changes some of what an editor writes of an author. */
    @Transactional
    public AuthorView patch(Ref ref, IfMatch match, MergePatch<AuthorDraft> patch, Actor actor) {
        return change(ref, match, current -> drafts.patched(current, patch, AuthorDraft.class), actor);
    }

    private AuthorView change(Ref ref, IfMatch match, UnaryOperator<AuthorDraft> edit, Actor actor) {
        Author author = authors.lock(ref).orElseThrow(AuthorService::notFound);
        match.require(author.version);
        AuthorDraft current = author.draft();
        AuthorDraft edited = edit.apply(current);
        String slug = edited.slug() == null ? author.slug : edited.slug();
        AuthorDraft next = edited.named(slug);
        if (next.equals(current)) {
            return author.view();
        }
        Instant now = clock.instant();
        if (!author.slug.equals(slug)) {
            slugs.give(KIND, new Slugs.Wish(slug, author.name, author.id));
            slugs.moved(KIND, author.slug, author.id, authors.wasPublic(author.id, now));
        }
        author.write(next, now);
        return logged("author.update", author, actor).view();
    }

    /** Deletes an author for good; fails with {@link AuthorProblem#AUTHOR_IN_USE} while any article has it. */
    @Transactional
    public void delete(Ref ref, IfMatch match, Actor actor) {
        Author author = authors.lock(ref).orElseThrow(AuthorService::notFound);
        match.require(author.version);
        if (authors.isInUse(author.id)) {
            throw AuthorProblem.AUTHOR_IN_USE.because("Articles are by ‘" + author.name + "’.");
        }
        authors.delete(author);
        slugs.forget(author.id, actor);
        logged("author.delete", author, actor);
    }

    /** Finds the authors that one draft names, as {@link #namedEach} does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<AuthorRef> named(List<String> slugs) {
        return namedEach(List.of(slugs)).get(0);
    }

    /**
     * Finds the authors that drafts name, by slug; fails with {@link AuthorProblem#UNKNOWN_AUTHOR}.
     *
     * @return for each draft those that it names, each once, in that order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<List<AuthorRef>> namedEach(List<List<String>> drafts) {
        Set<String> slugs = drafts.stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Map<String, Author> known = slugs.isEmpty() ? Map.of() : authors.withSlugs(slugs);
        return drafts.stream().map(draft -> named(draft, known)).toList();
    }

    private static List<AuthorRef> named(List<String> slugs, Map<String, Author> known) {
        List<Fault> faults = slugs.stream()
                .filter(slug -> !known.containsKey(slug))
                .distinct()
                .map(slug ->
                        AuthorProblem.UNKNOWN_AUTHOR.at("#/authors/" + slugs.indexOf(slug), "is the slug of no author"))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, AuthorProblem.UNKNOWN_AUTHOR);
        }
        return slugs.stream()
                .map(slug -> requireNonNull(known.get(slug)).ref())
                .distinct()
                .toList();
    }

    /** The ids of the authors that drafts would name so at this moment, by what they name them by. */
    public Map<String, UUID> ids(Set<String> slugs) {
        return slugs.isEmpty() ? Map.of() : authors.ids(slugs);
    }

    /** Finds those of some authors that there still are, by what they are called now, and keeps them until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<AuthorRef> still(List<AuthorRef> refs) {
        Map<UUID, AuthorRef> known = refs.isEmpty() ? Map.of() : authors.kept(ids(refs));
        return refs.stream()
                .map(AuthorRef::id)
                .filter(known::containsKey)
                .map(known::get)
                .toList();
    }

    private static List<UUID> ids(List<AuthorRef> refs) {
        return refs.stream().map(AuthorRef::id).toList();
    }

    /** Replaces the authors of articles, by their ids, which are stored already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void credit(Map<UUID, List<AuthorRef>> refs) {
        Map<UUID, List<UUID>> named = new LinkedHashMap<>();
        refs.forEach((article, authorsOfIt) -> named.put(article, ids(authorsOfIt)));
        authors.credit(named);
    }

    private Author insert(AuthorDraft draft, Actor actor) {
        Author author = new Author();
        author.id = UuidCreator.getTimeOrderedEpoch();
        String slug = slugs.give(KIND, new Slugs.Wish(draft.slug(), draft.name(), author.id));
        Instant now = clock.instant();
        author.createdAt = now;
        author.write(draft.named(slug), now);
        authors.persist(author);
        return logged("author.create", author, actor);
    }

    private Author logged(String action, Author author, Actor actor) {
        changes.append(actor, new Change(action, author.id, author.version, Set.of("author:" + author.id, "authors")));
        return author;
    }

    private static RuntimeException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no author of this slug or id.");
    }
}
