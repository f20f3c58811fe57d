package dev.standfirst.redirect;

import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Turns;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.shared.text.Slug;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives things their slugs, and remembers the old ones.
 *
 * <p>Two writers that want the same slug of a kind wait for each other, so that the second finds it taken instead of breaking a
 * constraint. An old slug leads to its thing until another thing takes it. Which slugs are old is logged with the thing itself; paths that
 * begin to lead elsewhere with it, or end, are logged on their own.
 */
@Singleton
public final class Slugs {
    private final Redirects redirects;
    private final Things things;
    private final Turns turns;
    private final ChangeLog changes;
    private final Clock clock;

    Slugs(Redirects redirects, Things things, Turns turns, ChangeLog changes, Clock clock) {
        this.redirects = redirects;
        this.things = things;
        this.turns = turns;
        this.changes = changes;
        this.clock = clock;
    }

    /** Returns the wanted slug if it is free; refuses with {@link SlugProblem#SLUG_TAKEN}. */
    public String claim(RedirectKind kind, String wanted) {
        turns.take(kind + "/" + wanted);
        if (things.of(kind).hasSlug(wanted)) {
            throw SlugProblem.taken(wanted);
        }
        redirects.end(kind, wanted);
        return wanted;
    }

    /**
     * Makes a free slug of a text: as it comes, or with a number; of the id where the text has nothing to make one of. It passes over what
     * readers knew as the address of another thing: nobody asked for that one to end.
     */
    public String make(RedirectKind kind, String text, UUID id) {
        String made = Slug.from(text);
        String base = Slug.isValid(made)
                ? made
                : Spelling.of(kind) + "-" + id.toString().substring(24);
        turns.take(kind + "/" + base);
        String slug = base;
        for (int number = 2; things.of(kind).hasSlug(slug) || redirects.wasPublic(kind, slug); number++) {
            slug = base + "-" + number;
        }
        redirects.end(kind, slug);
        return slug;
    }

    /**
     * Lets the old slug lead to the thing from now on.
     *
     * @param wasPublic whether readers could know the slug; if not, none is ever told of it
     */
    public void moved(RedirectKind kind, String oldSlug, UUID id, boolean wasPublic) {
        redirects.add(kind, oldSlug, id, wasPublic, clock.instant());
    }

    /**
     * Lets the slug and the id of a thing that was merged into another, and all that led to it, lead to that one from now on.
     *
     * @param wasPublic whether readers could know the slug
     */
    public void merged(RedirectKind kind, String slug, UUID id, UUID into, boolean wasPublic, Actor actor) {
        Instant now = clock.instant();
        redirects.takeTurn();
        log("redirect.update", redirects.leadOn(id, into, now), actor);
        redirects.add(kind, slug, into, wasPublic, now);
        redirects.add(kind, Ref.of(id).text(), into, wasPublic, now);
    }

    /** Forgets all that led to a thing that is gone for good. */
    public void forget(UUID id, Actor actor) {
        redirects.takeTurn();
        log("redirect.delete", redirects.forget(id), actor);
    }

    /** Returns the thing that had the slug, or the id, before. */
    public Optional<UUID> formerlyOf(RedirectKind kind, Ref ref) {
        return formerlyOf(kind, List.of(ref.text())).values().stream().findFirst();
    }

    /** Finds the things that had these slugs before. */
    public Map<String, UUID> formerlyOf(RedirectKind kind, Collection<String> slugs) {
        return redirects.formerly(kind, slugs);
    }

    /**
     * The statement that gives the ids of the things that have these slugs, or had them before.
     *
     * @param known whether only those old slugs count that readers could know
     */
    public static Sql ids(RedirectKind kind, Collection<String> slugs, boolean known) {
        String[] names = slugs.toArray(String[]::new);
        return Sql.of("select id from " + Spelling.of(kind) + " where slug = any (?)", (Object) names)
                .then(
                        "union all select target_id from redirect where kind = ? and source = any (?)",
                        kind.name(),
                        names)
                .then(known ? "and was_public" : "");
    }

    private void log(String action, List<Redirect.Written> written, Actor actor) {
        written.stream()
                .filter(redirect -> redirect.kind() == RedirectKind.PATH)
                .forEach(redirect -> changes.append(actor, redirect.change(action)));
    }
}
