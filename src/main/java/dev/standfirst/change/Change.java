package dev.standfirst.change;

import java.util.Set;
import java.util.UUID;

/**
 * What a write did to one thing.
 *
 * @param action what was done, as {@code article.publish}: the type of the thing and a verb
 * @param id the thing
 * @param version the thing's version after the write
 * @param groups what readers may have kept that is old now, as {@code article:{id}} and {@code articles}
 */
public record Change(String action, UUID id, long version, Set<String> groups) {

    public Change {
        if (action.indexOf('.') < 1) {
            throw new IllegalArgumentException("An action is a type and a verb, not " + action);
        }
        groups = Set.copyOf(groups);
    }

    /** The type of the thing: what stands before the dot of the action. */
    String thingType() {
        return action.substring(0, action.indexOf('.'));
    }
}
