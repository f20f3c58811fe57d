package dev.standfirst.transfer;

import dev.standfirst.article.ExternalRef;
import dev.standfirst.shared.json.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How a line names a thing: by what another system calls it, or by its slug or id. Exactly one of the two is there.
 *
 * @param type what kind of thing it is
 */
record Reference(
        ThingType type,
        @Nullable ExternalRef external,
        @Nullable String name) {

    /** In characters; see {@link ExternalRef#id}. */
    private static final int LONGEST = 300;

    static Reference to(ThingType type, ExternalRef external) {
        return new Reference(type, external, null);
    }

    static Reference to(ThingType type, String name) {
        return new Reference(type, null, name);
    }

    /** Whether nothing can be called so: no more is kept of what other systems call things, and names are shorter. */
    boolean isTooLong() {
        return external == null
                ? String.valueOf(name).length() > LONGEST
                : external.source().length() > LONGEST || external.id().length() > LONGEST;
    }

    /** Whether the database may be asked for it. */
    boolean isStorable() {
        return external == null
                ? Spelling.isStorable(String.valueOf(name))
                : Spelling.isStorable(external.source()) && Spelling.isStorable(external.id());
    }

    /** A text that no other reference has. */
    String key() {
        return external == null
                ? Spelling.of(type) + "/" + name
                : Spelling.of(type) + "#" + external.source().length() + "#" + external.source() + external.id();
    }

    /** As people are told of it. */
    @Override
    public String toString() {
        return external == null
                ? Spelling.of(type) + " ‘" + name + "’"
                : Spelling.of(type) + " ‘" + external.id() + "’ of ‘" + external.source() + "’";
    }
}
