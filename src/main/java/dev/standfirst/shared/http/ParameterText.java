package dev.standfirst.shared.http;

import dev.standfirst.shared.json.Spelling;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Reads the text of a parameter into the type it is declared with. */
final class ParameterText {
    private ParameterText() {}

    /**
     * Reads a value of one of the types a parameter may have: strings, integers, booleans, times, UUIDs, and enums in lower case.
     *
     * @throws IllegalArgumentException whose message says what the text must be
     */
    static Object read(String text, Class<?> type) {
        if (!Spelling.isStorable(text)) {
            throw new IllegalArgumentException("holds U+0000");
        }
        if (type == String.class) {
            return text;
        }
        if (type == Integer.class) {
            return readInteger(text);
        }
        if (type == Boolean.class) {
            return readBoolean(text);
        }
        if (type == Instant.class) {
            return readTime(text);
        }
        if (type == UUID.class) {
            return readUuid(text);
        }
        if (type.isEnum()) {
            return Spelling.constant(text, type)
                    .<Object>map(constant -> constant)
                    .orElseThrow(() ->
                            new IllegalArgumentException("must be one of " + String.join(", ", Spelling.all(type))));
        }
        throw new IllegalStateException("A parameter cannot have the type " + type.getName());
    }

    private static Integer readInteger(String text) {
        if (text.matches("-?[0-9]{1,10}")) {
            long number = Long.parseLong(text);
            if (number == (int) number) {
                return (int) number;
            }
        }
        throw new IllegalArgumentException("must be a whole number of 32 bits");
    }

    private static Boolean readBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static Instant readTime(String text) {
        try {
            return Spelling.time(text);
        } catch (DateTimeException e) {
            if (Spelling.lacksOffset(text)) {
                throw new IllegalArgumentException("needs an offset, as in " + text + "Z", e);
            }
            boolean plusBecameSpace = text.indexOf(' ') > 0;
            throw new IllegalArgumentException(
                    "must be a time of RFC 3339, as 2026-03-01T09:30:00Z"
                            + (plusBecameSpace ? "; a + in a query is a space, write %2B" : ""),
                    e);
        }
    }

    private static UUID readUuid(String text) {
        if (text.length() != 36) { // UUID.fromString takes 1-1-1-1-1 too
            throw new IllegalArgumentException("must be a UUID");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a UUID", e);
        }
    }
}
