package dev.standfirst.shared.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How single values are spelled, the same in JSON strings and in parameters. */
public final class Spelling {
    /** The earliest time that is taken: before it, calendars differ, and there were no newspapers. */
    public static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

    /** The latest time that is taken: the last that RFC 3339 can write. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Spelling() {}

    /** Spells an enum's constant: lower case with hyphens. */
    public static String of(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Spells all constants of an enum, in their order. */
    public static List<String> all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }

    /** Finds the constant of an enum that is spelled so. */
    public static <E> Optional<E> constant(String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst();
    }

    /**
     * Reads a time of RFC 3339, from {@link #EARLIEST} to {@link #LATEST}, in the microseconds that PostgreSQL keeps.
     *
     * @throws DateTimeException if it is none; {@link #lacksOffset} tells one common reason
     */
    public static Instant time(String text) {
        if (!RFC_3339.matcher(text).matches()) { // Java also takes times without seconds, and years of nine digits
            throw new DateTimeException("Not a time of RFC 3339");
        }
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("Out of range");
        }
        return time;
    }

    /** Says whether the text is a time but for the offset it needs. */
    public static boolean lacksOffset(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Says whether PostgreSQL can store the text: no U+0000, and nothing that has no UTF-8. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) { // each text that comes in goes through here
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** The text with U+FFFD in place of what {@link #isStorable} refuses. */
    public static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder storable = new StringBuilder();
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\uFFFD' : c)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
