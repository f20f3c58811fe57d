package dev.standfirst.shared.text;

import dev.standfirst.shared.sql.Sql;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a path names a thing: by its id or by its slug, which can never look like an id. Exactly one of the two is there. */
public record Ref(@Nullable UUID id, String slug) {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Reads a segment of a path. Any text is a reference, though maybe to nothing. */
    public static Ref of(String segment) {
        return UUID_FORM.matcher(segment).matches() ? new Ref(UUID.fromString(segment), "") : new Ref(null, segment);
    }

    public static Ref of(UUID id) {
        return new Ref(id, "");
    }

    /** The id or the slug, as a path has it. */
    public String text() {
        return id != null ? id.toString() : slug;
    }

    /** The condition of a statement that finds the thing in a table. */
    public Sql condition(String table) {
        return id != null ? Sql.of(table + ".id = ?", id) : Sql.of(table + ".slug = ?", slug);
    }
}
