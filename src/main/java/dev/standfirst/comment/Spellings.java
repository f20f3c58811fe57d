package dev.standfirst.comment;

import dev.standfirst.comment.spam.Words;
import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which an e-mail address may stand in a text: with its domain in ASCII or not, and as URLs and HTML escape either. Letter case
 * and characters that nobody sees make no difference.
 */
public final class Spellings {
    private static final String GAP = "[…]";

    /** What of an address may stand before it, or goes on behind it, so that it is the end or the beginning of another one. An escape may. */
    private static final String BEFORE = "(?:(?<![\\p{L}\\p{N}._%+-])|(?<=%[0-9A-Fa-f]{2}))";

    private static final String BEHIND = "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])";

    private final List<String> spellings;
    private final Pattern any;

    private Spellings(List<String> spellings) {
        this.spellings = spellings;
        this.any = Pattern.compile(
                BEFORE + spellings.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")")) + BEHIND,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** All of an address, which may be spelled in any of the ways itself. */
    public static Spellings of(String email) {
        String written = email.strip().toLowerCase(Locale.ROOT);
        String canonical = EmailAddress.canonical(written);
        int at = canonical.lastIndexOf('@');
        String inUnicode = canonical.substring(0, at + 1) + IDN.toUnicode(canonical.substring(at + 1));
        return new Spellings(Stream.of(canonical, inUnicode, written)
                .flatMap(one -> Stream.of(
                        one,
                        one.replace("@", "%40"),
                        one.replace("@", "&#64;"),
                        URLEncoder.encode(one, StandardCharsets.UTF_8)))
                .map(one -> one.toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    /** Patterns of {@code like} for text in lower case: what {@link #standIn} finds as it is matches one, and so may other text. */
    public String[] patterns() {
        return spellings.stream()
                .map(one -> "%" + one.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
    }

    /** Says whether one stands in a text, be it with characters that nobody sees in it. */
    public boolean standIn(String text) {
        return any.matcher(text).find() || any.matcher(Words.folded(text)).find();
    }

    /** Returns the text with a gap where one stood as it is. */
    String takenOutOf(String text) {
        return any.matcher(text).replaceAll(GAP);
    }
}
