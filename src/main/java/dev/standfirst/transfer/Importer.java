package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.change.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes things of one type, by the service of their room.
 *
 * @param <D> what is read of a line
 */
interface Importer<D extends Record> {

    ThingType type();

    /** The class of what is read of a line. */
    Class<D> drafts();

    /**
     * Reads a draft as a single POST would, and does what writing it takes besides the database: another thread writes meanwhile.
     *
     * @throws dev.standfirst.shared.problem.ProblemException with all that is wrong with it
     */
    D read(ObjectNode fields);

    /** The draft with others named as the fields name them, which are the same but for that. */
    default D naming(D draft, ObjectNode fields) {
        return read(fields);
    }

    /**
     * What came of a line.
     *
     * @param name how drafts name the thing: its slug, of a comment the id; null for what nothing names
     */
    record Written(Outcome outcome, @Nullable String name) {}

    /**
     * Creates the thing, or makes the one that is there into it, in the current transaction.
     *
     * @param external what another system calls it
     * @param draft in which all others are named as drafts name them
     * @param isNew whether it is known that there is none that is called so
     */
    Written write(@Nullable ExternalRef external, D draft, boolean isNew, Actor actor);

    /** Writes things of a type of which many can be created together. */
    interface OfMany<D extends Record> extends Importer<D> {

        /**
         * Creates things, of which it is known that there is none that is called so, as {@link #write} does one after the other. Fails where
         * that would with any of them, and does not say which.
         */
        List<Written> create(List<D> drafts, Actor actor);
    }
}
