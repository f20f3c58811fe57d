package dev.standfirst.shared.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.RequestProblem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record from a JSON tree and collects every fault on the way.
 *
 * <p>Jackson's own binding stops at the first fault, and cannot say that a time lacks its offset; this walks the same tree once. Absent
 * and {@code null} both give {@code null}. Types: records, lists, strings, integers, booleans, instants, UUIDs, enums (in lower case),
 * merge patches of records, and trees left as they are.
 */
final class RecordReader {
    /** No list of any draft is longer; a longer one is refused before its elements are looked at. */
    private static final int MOST_ELEMENTS = 1000;

    private final List<Fault> faults = new ArrayList<>();

    /** As many as are told. */
    List<Fault> faults() {
        return faults.size() > Fault.MOST ? faults.subList(0, Fault.MOST) : faults;
    }

    /** Reads the tree, or returns null where the fault makes the whole worthless. */
    @Nullable
    Object read(String pointer, JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == MergePatch.class) {
                return node instanceof ObjectNode patch
                        ? readPatch(pointer, patch, (Class<?>) of)
                        : wrongType(pointer, "must be an object");
            }
            return node.isArray() ? readList(pointer, node, of) : wrongType(pointer, "must be an array");
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            return node.isObject() ? readRecord(pointer, node, wanted) : wrongType(pointer, "must be an object");
        }
        if (JsonNode.class.isAssignableFrom(wanted)) {
            return node instanceof ObjectNode object && wanted.isInstance(node)
                    ? readFreeForm(pointer, object)
                    : wrongType(pointer, "must be an object");
        }
        if (wanted == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? (Object) node.intValue()
                    : wrongType(pointer, "must be a whole number of 32 bits");
        }
        if (wanted == Boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : wrongType(pointer, "must be true or false");
        }
        return node.isTextual() ? readText(pointer, node.textValue(), wanted) : wrongType(pointer, "must be a string");
    }

    /** Leaves a patch as it is, if each of its members can be read. */
    private MergePatch<?> readPatch(String pointer, ObjectNode patch, Class<?> type) {
        readRecord(pointer, patch, type);
        return new MergePatch<>(patch);
    }

    private @Nullable Object readList(String pointer, JsonNode array, Type element) {
        if (array.size() > MOST_ELEMENTS) {
            return wrongType(pointer, "must have " + MOST_ELEMENTS + " elements at most");
        }
        List<@Nullable Object> list = new ArrayList<>(array.size());
        for (int i = 0; i < array.size() && faults.size() < Fault.MOST; i++) {
            JsonNode node = array.get(i);
            String at = pointer + "/" + i;
            list.add(node.isNull() ? wrongType(at, "must not be null") : read(at, node, element));
        }
        return list;
    }

    private @Nullable Object readRecord(String pointer, JsonNode object, Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        List<String> known = shape.names();
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!known.contains(name)) {
                refuseUnknown(pointer, name, known);
            }
        }
        int before = faults.size();
        @Nullable Object[] values = new Object[known.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode node = object.get(known.get(i));
            values[i] = node == null || node.isNull()
                    ? null
                    : read(pointer + "/" + known.get(i), node, shape.types().get(i));
        }
        return faults.size() > before ? null : shape.construct(values);
    }

    /**
     * Refuses what a merge patch sets to null though the record has no member of that name: the merge would remove it, and nobody would
     * tell its writer of the slip.
     */
    void refuseUnknownNulls(String pointer, JsonNode patch, Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        List<String> known = shape.names();
        patch.properties().forEach(member -> {
            int place = known.indexOf(member.getKey());
            JsonNode change = member.getValue();
            if (place < 0 && change.isNull()) {
                refuseUnknown(pointer, member.getKey(), known);
            } else if (place >= 0
                    && change.isObject()
                    && shape.types().get(place) instanceof Class<?> inner
                    && inner.isRecord()) {
                refuseUnknownNulls(pointer + "/" + member.getKey(), change, inner);
            }
        });
    }

    private void refuseUnknown(String pointer, String name, List<String> known) {
        if (faults.size() < Fault.MOST) {
            faults.add(RequestProblem.UNKNOWN_FIELD.at(
                    child(pointer, name), "is not known here" + Nearest.hint(name, known)));
        }
    }

    /** Appends a name to a pointer that is a URI fragment (RFC 6901, sections 3 and 6). */
    private static String child(String pointer, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return below(pointer, encoded.replace("+", "%20").replace("%7E", "~0").replace("%2F", "~1"));
    }

    private static String below(String pointer, String step) {
        return Fault.cut(pointer + "/" + step);
    }

    /** Reads an object as it comes back when it was stored: by that the same again is found to be the same, {@code 1e0} and all. */
    private @Nullable Object readFreeForm(String pointer, ObjectNode object) {
        int before = faults.size();
        readTree(pointer, object);
        return faults.size() > before ? null : FreeFormText.read(object.toString());
    }

    /** Goes through a tree, of which all text has to be storable, and all numbers such as others can read (RFC 8259, section 6). */
    private void readTree(String pointer, JsonNode tree) {
        if (tree.isNumber() && Double.isInfinite(tree.doubleValue())) {
            wrongType(pointer, "must be a number that a double can hold");
        } else if (tree.isNumber() && digits(tree) > StreamReadConstraints.DEFAULT_MAX_NUM_LEN) {
            wrongType(pointer, "has too many digits to be read again");
        }
        if (tree.isTextual()) {
            readText(pointer, tree.textValue(), String.class);
        }
        for (int i = 0; tree.isArray() && i < tree.size() && faults.size() < Fault.MOST; i++) {
            readTree(below(pointer, String.valueOf(i)), tree.get(i));
        }
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            if (faults.size() >= Fault.MOST) {
                return;
            }
            String at = child(pointer, member.getKey());
            readText(at, member.getKey(), String.class);
            readTree(at, member.getValue());
        }
    }

    private static long digits(JsonNode number) {
        return number.asText().chars().filter(Character::isDigit).count();
    }

    private @Nullable Object readText(String pointer, String text, Class<?> type) {
        if (!Spelling.isStorable(text)) {
            return fault(RequestProblem.unstorable(pointer));
        }
        if (type == String.class) {
            return text;
        }
        if (type == Instant.class) {
            return readInstant(pointer, text);
        }
        if (type == UUID.class) {
            return text.length() == 36 ? readUuid(pointer, text) : wrongType(pointer, "must be a UUID");
        }
        Optional<?> constant = Spelling.constant(text, type);
        return constant.isPresent()
                ? constant.get()
                : wrongType(pointer, "must be one of " + String.join(", ", Spelling.all(type)));
    }

    private @Nullable Object readUuid(String pointer, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return wrongType(pointer, "must be a UUID");
        }
    }

    private @Nullable Object readInstant(String pointer, String text) {
        try {
            return Spelling.time(text);
        } catch (DateTimeException e) {
            return Spelling.lacksOffset(text)
                    ? fault(RequestProblem.MISSING_OFFSET.at(pointer, "needs an offset, as in " + text + "Z"))
                    : wrongType(pointer, "must be a time of RFC 3339, as 2026-03-01T09:30:00Z");
        }
    }

    private @Nullable Object wrongType(String pointer, String detail) {
        return fault(RequestProblem.WRONG_TYPE.at(pointer, detail));
    }

    private @Nullable Object fault(Fault fault) {
        faults.add(fault);
        return null;
    }
}
