package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.change.Outcome;
import org.jspecify.annotations.Nullable;

/** Writes things of one type, by the service of their room. */
interface Importer {

    ThingType type();

    /**
     * Reads a draft as a single POST would, and throws it away.
     *
     * @throws dev.standfirst.shared.problem.ProblemException with all that is wrong with it
     */
    void check(ObjectNode fields);

    /**
     * Creates the thing, or makes the one that is there into it, in the current transaction.
     *
     * @param external what another system calls it
     * @param fields its draft, in which all others are named as drafts name them
     */
    Outcome write(@Nullable ExternalRef external, ObjectNode fields, Actor actor);
}
