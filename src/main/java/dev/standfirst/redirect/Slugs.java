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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives things their slugs, and remembers the old ones.
 *
 * <p>Two writers that want the same slug of a kind wait for each other, so that the second finds it taken instead of breaking a
 * constraint. An old slug leads to its thing until another thing takes it. Which slugs are old is logged with the thing itself; paths that
 * begin to lead elsewhere with it, or end, are logged on their own.
 */
@Singleton
public final class Slugs {
    /** So many numbers are looked at one after the other. */
    private static final int FEW = 8;

    /** So many of a wider range are looked at together. */
    private static final int MANY = 32;

    /** So far away numbers are looked at together, each twice as far as the one before. */
    private static final long FARTHEST = 1L << 30;

    private final Redirects redirects;
    private final Turns turns;
    private final ChangeLog changes;
    private final Clock clock;

    Slugs(Redirects redirects, Turns turns, ChangeLog changes, Clock clock) {
        this.redirects = redirects;
        this.turns = turns;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What slug a thing would have.
     *
     * @param wanted the slug itself; null for one that is made
     * @param text what it is made of: as it comes, or with a number; of the id where the text has nothing to make one of
     */
    public record Wish(@Nullable String wanted, String text, UUID id) {

        private String first(RedirectKind kind) {
            if (wanted != null) {
                return wanted;
            }
            String made = Slug.from(text);
            return Slug.isValid(made)
                    ? made
                    : Spelling.of(kind) + "-" + id.toString().substring(24);
        }
    }

    /** Gives a thing its slug, as {@link #give(RedirectKind, List)} does. */
    public String give(RedirectKind kind, Wish wish) {
        return give(kind, List.of(wish)).get(0);
    }

    /**
     * Gives things their slugs, in the order of their wishes, with the same few statements for however many. A slug that is made passes over
     * what readers knew as the address of another thing: nobody asked for that one to end. Refuses a wanted one that another has with
     * {@link SlugProblem#SLUG_TAKEN}.
     */
    public List<String> give(RedirectKind kind, List<Wish> wishes) {
        List<String> first = wishes.stream().map(wish -> wish.first(kind)).toList();
        turns.takeAll(first.stream().map(slug -> kind + "/" + slug).toList());
        Set<String> taken = new HashSet<>(redirects.taken(kind, first));
        Set<String> known = redirects.formerlyPublic(kind, first);
        List<String> given = new ArrayList<>();
        Map<String, Numbered> numbered = new HashMap<>();
        for (int place = 0; place < wishes.size(); place++) {
            String slug = first.get(place);
            boolean isWanted = wishes.get(place).wanted() != null;
            if (isWanted && taken.contains(slug)) {
                throw SlugProblem.taken(slug);
            }
            boolean isFree = !taken.contains(slug) && (isWanted || !known.contains(slug));
            given.add(
                    isFree
                            ? slug
                            : numbered.computeIfAbsent(
                                            slug, text -> new Numbered(kind, text, Collections.frequency(first, text)))
                                    .next(taken));
            taken.add(given.get(place));
        }
        redirects.end(kind, given);
        return given;
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

    /**
     * A slug with the numbers with which it is free: the first ones, if those are small. Thousands may have one title: so then numbers ever farther
     * away are looked at, and what lies between one that is taken and one that is free is divided until these are neighbours.
     */
    private final class Numbered {
        private final RedirectKind kind;
        private final String slug;
        private final int many;
        private final Deque<String> free = new ArrayDeque<>();
        private long last = 1;

        /**
         * Begins to look.
         *
         * @param many how many may be needed
         */
        Numbered(RedirectKind kind, String slug, int many) {
            this.kind = kind;
            this.slug = slug;
            this.many = many;
        }

        /** The next one that is not among those that were given before. */
        String next(Set<String> given) {
            while (true) {
                if (free.isEmpty()) {
                    find(given);
                } else if (given.contains(free.peek())) {
                    free.pop();
                } else {
                    return free.pop();
                }
            }
        }

        private void find(Set<String> given) {
            long first = firstFree(given);
            List<Long> numbers = LongStream.range(first, first + many).boxed().toList();
            Set<String> taken = taken(numbers);
            numbers.stream()
                    .map(this::name)
                    .filter(name -> !taken.contains(name))
                    .forEach(free::add);
            last = first + many - 1;
        }

        private long firstFree(Set<String> given) {
            long taken = last;
            long found = 0;
            List<Long> looked =
                    LongStream.rangeClosed(taken + 1, taken + FEW).boxed().toList();
            while (found - taken != 1) {
                Set<String> gone = taken(looked);
                for (long number : looked) {
                    if (!gone.contains(name(number)) && !given.contains(name(number))) {
                        found = number;
                        break;
                    }
                    taken = number;
                }
                looked = found == 0 ? fartherThan(taken) : between(taken, found);
            }
            return found;
        }

        private static List<Long> fartherThan(long taken) {
            return LongStream.iterate(1, step -> step <= FARTHEST, step -> step * 2)
                    .mapToObj(step -> taken + step)
                    .toList();
        }

        private static List<Long> between(long taken, long free) {
            long step = Math.max(1, (free - taken) / MANY);
            return LongStream.iterate(taken + step, number -> number < free, number -> number + step)
                    .boxed()
                    .toList();
        }

        private Set<String> taken(List<Long> numbers) {
            List<String> names = numbers.stream().map(this::name).toList();
            Set<String> taken = new HashSet<>(redirects.taken(kind, names));
            taken.addAll(redirects.formerlyPublic(kind, names));
            return taken;
        }

        private String name(long number) {
            return slug + "-" + number;
        }
    }
}
