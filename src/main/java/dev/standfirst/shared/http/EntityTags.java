package dev.standfirst.shared.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match}: {@code *}, or a list of entity tags (RFC 9110, sections 8.8.3 and 13.1).
 *
 * @param any whether it is {@code *}, so that the list is empty
 */
record EntityTags(boolean any, List<Tag> list) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\x{10ffff}]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*,[ \\t,]*");

    /**
     * One tag.
     *
     * @param opaque what stands between the quotes
     */
    record Tag(boolean weak, String opaque) {}

    /** Reads a header, or returns nothing if it is malformed. */
    static Optional<EntityTags> parse(String header) {
        String text = header.strip();
        if (text.equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        List<Tag> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        Matcher separator = SEPARATOR.matcher(text);
        int at = 0;
        while (tag.region(at, text.length()).lookingAt()) {
            tags.add(new Tag(tag.group(1) != null, tag.group(2)));
            if (tag.end() == text.length()) {
                return Optional.of(new EntityTags(false, List.copyOf(tags)));
            }
            if (!separator.region(tag.end(), text.length()).lookingAt()) {
                break;
            }
            at = separator.end();
        }
        return Optional.empty();
    }

    /** Compares strongly: a weak tag matches nothing. */
    boolean matchStrongly(String opaque) {
        return any || list.stream().anyMatch(tag -> !tag.weak() && tag.opaque().equals(opaque));
    }

    /** Compares weakly: only what stands between the quotes counts. */
    boolean matchWeakly(String opaque) {
        return any || list.stream().anyMatch(tag -> tag.opaque().equals(opaque));
    }

    /** The version that it names, if it names just one. */
    OptionalLong onlyNumber() {
        return list.size() == 1 && NUMBER.matcher(list.get(0).opaque()).matches()
                ? OptionalLong.of(Long.parseLong(list.get(0).opaque()))
                : OptionalLong.empty();
    }
}
