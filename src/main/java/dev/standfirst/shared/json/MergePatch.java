package dev.standfirst.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396): members replace, {@code null} removes, objects are merged, arrays are replaced whole.
 *
 * @param <R> the record whose JSON it patches
 */
@SuppressWarnings(
        "UnusedTypeParameter") // it keeps a patch from the wrong record, and tells the contract what may be in it
public record MergePatch<R extends Record>(ObjectNode changes) {

    /** The media type that names it. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /** Returns a patched copy of the target. */
    public ObjectNode applyTo(ObjectNode target) {
        return merge(target.deepCopy(), changes);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode change = member.getValue();
            if (change.isNull()) {
                target.remove(name);
            } else if (change instanceof ObjectNode object) {
                ObjectNode current = target.get(name) instanceof ObjectNode there ? there : target.objectNode();
                target.set(name, merge(current, object));
            } else {
                target.set(name, change);
            }
        });
        return target;
    }
}
