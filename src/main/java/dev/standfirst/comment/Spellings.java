package dev.standfirst.comment;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which an e-mail address may stand in a text: as it is stored, as somebody writes it, and as URLs escape either. */
public final class Spellings {
    private static final String GAP = "[…]";

    private final List<String> spellings;
    private final Pattern any;

    private Spellings(List<String> spellings) {
        this.spellings = spellings;
        this.any = Pattern.compile(
                spellings.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** All of an address. */
    public static Spellings of(String email) {
        String written = email.strip().toLowerCase(Locale.ROOT);
        return new Spellings(Stream.of(EmailAddress.canonical(written), written)
                .flatMap(one -> Stream.of(one, one.replace("@", "%40"), one.replace("@", "&#64;")))
                .distinct()
                .toList());
    }

    /** Patterns of {@code like}, for text in lower case. */
    public String[] patterns() {
        return spellings.stream()
                .map(one -> "%" + one.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
    }

    boolean standIn(String text) {
        return any.matcher(text).find();
    }

    /** Returns the text with a gap where one stood. */
    String takenOutOf(String text) {
        return any.matcher(text).replaceAll(GAP);
    }
}
