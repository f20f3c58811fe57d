package dev.standfirst.redirect;

import dev.standfirst.shared.sql.Turns;
import dev.standfirst.shared.text.Slug;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Gives things their slugs, and remembers the old ones.
 *
 * <p>Two writers that want the same slug of a type wait for each other, so that the second finds it taken instead of breaking a
 * constraint. An old slug leads to its thing until another thing takes it.
 */
@Singleton
public final class Slugs {
    private final EntityManager entities;
    private final Turns turns;

    Slugs(EntityManager entities, Turns turns) {
        this.entities = entities;
        this.turns = turns;
    }

    /** Returns the wanted slug if it is free; refuses with {@link SlugProblem#SLUG_TAKEN}. */
    public String claim(String type, String wanted, Predicate<String> taken) {
        turns.take(type + "/" + wanted);
        if (taken.test(wanted)) {
            throw SlugProblem.taken(wanted);
        }
        endAlias(type, wanted);
        return wanted;
    }

    /** Makes a free slug of a text: as it comes, or with a number; of the id where the text has nothing to make one of. */
    public String make(String type, String text, UUID id, Predicate<String> taken) {
        String made = Slug.from(text);
        String base = Slug.isValid(made) ? made : type + "-" + id.toString().substring(24);
        turns.take(type + "/" + base);
        String slug = base;
        for (int number = 2; taken.test(slug); number++) {
            slug = base + "-" + number;
        }
        endAlias(type, slug);
        return slug;
    }

    /** Lets the old slug lead to the thing from now on. */
    public void moved(String type, String oldSlug, UUID id) {
        entities.createNativeQuery("""
                        insert into slug_alias (type, slug, thing_id) values (?1, ?2, ?3)
                        on conflict (type, slug) do update set thing_id = excluded.thing_id
                        """)
                .setParameter(1, type)
                .setParameter(2, oldSlug)
                .setParameter(3, id)
                .executeUpdate();
    }

    /** Forgets all that led to a thing that is gone for good. */
    public void forget(String type, UUID id) {
        entities.createNativeQuery("delete from slug_alias where type = ?1 and thing_id = ?2")
                .setParameter(1, type)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Returns the thing that had the slug before. */
    public Optional<UUID> formerlyOf(String type, String slug) {
        List<?> found = entities.createNativeQuery(
                        "select thing_id from slug_alias where type = ?1 and slug = ?2", UUID.class)
                .setParameter(1, type)
                .setParameter(2, slug)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    private void endAlias(String type, String slug) {
        entities.createNativeQuery("delete from slug_alias where type = ?1 and slug = ?2")
                .setParameter(1, type)
                .setParameter(2, slug)
                .executeUpdate();
    }
}
