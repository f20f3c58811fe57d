package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.standfirst.article.ExternalRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The members of a line that name other things. Where a draft has a slug or an id, a line may also have an object {@code {"source", "id"}},
 * which is what another system calls the thing.
 */
final class NamedThings {
    /** Pointers to them, in which a star stands for each element of a list. */
    private static final Map<ThingType, Map<String, ThingType>> PLACES = Map.of(
            ThingType.AUTHOR, Map.of(),
            ThingType.TAG, Map.of(),
            ThingType.ARTICLE, Map.of("/authors/*", ThingType.AUTHOR, "/tags/*", ThingType.TAG),
            ThingType.RELATED, Map.of("/article", ThingType.ARTICLE, "/items/*/article", ThingType.ARTICLE),
            ThingType.REDIRECT,
                    Map.of(
                            "/article", ThingType.ARTICLE,
                            "/tag", ThingType.TAG,
                            "/author", ThingType.AUTHOR,
                            "/collection", ThingType.COLLECTION),
            ThingType.COMMENT, Map.of("/article", ThingType.ARTICLE, "/parent", ThingType.COMMENT),
            ThingType.COLLECTION, Map.of("/items/*/article", ThingType.ARTICLE));

    private NamedThings() {}

    /**
     * Looks at each.
     *
     * @param type what kind of thing the line is
     * @param look is given the pointer and the reference; the text that it returns is put in the place of the reference
     */
    static void each(ThingType type, ObjectNode fields, BiFunction<String, Reference, @Nullable String> look) {
        PLACES.getOrDefault(type, Map.of())
                .forEach((place, named) ->
                        walk(fields, List.of(place.substring(1).split("/", -1)), "#", (pointer, node) -> {
                            Reference reference = reference(named, node);
                            String name = reference == null ? null : look.apply(pointer, reference);
                            return name == null ? node : TextNode.valueOf(name);
                        }));
    }

    /** All of them, in their order. */
    static List<Reference> of(ThingType type, ObjectNode fields) {
        List<Reference> named = new ArrayList<>();
        each(type, fields, (pointer, reference) -> {
            named.add(reference);
            return null;
        });
        return named;
    }

    private static void walk(
            JsonNode node, List<String> path, String pointer, BiFunction<String, JsonNode, JsonNode> replace) {
        String step = path.get(0);
        boolean isLast = path.size() == 1;
        List<String> rest = path.subList(1, path.size());
        if (node instanceof ObjectNode object && object.has(step)) {
            String at = pointer + "/" + step;
            if (isLast) {
                object.set(step, replace.apply(at, object.get(step)));
            } else {
                walk(object.get(step), rest, at, replace);
            }
        } else if (node instanceof ArrayNode array && step.equals("*")) {
            for (int i = 0; i < array.size(); i++) {
                String at = pointer + "/" + i;
                if (isLast) {
                    array.set(i, replace.apply(at, array.get(i)));
                } else {
                    walk(array.get(i), rest, at, replace);
                }
            }
        }
    }

    /** What else may stand there is for the reader of drafts to refuse. */
    private static @Nullable Reference reference(ThingType type, JsonNode node) {
        if (node.isTextual()) {
            return Reference.to(type, node.textValue());
        }
        boolean isExternal = node.size() == 2
                && node.path("source").isTextual()
                && node.path("id").isTextual();
        return isExternal
                ? Reference.to(
                        type,
                        new ExternalRef(
                                node.path("source").textValue(), node.path("id").textValue()))
                : null;
    }
}
