package dev.standfirst.shared.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes and checks slugs: the readable last part of a URL, such as {@code what-we-did-in-zurich}. */
public final class Slug {

    /** The longest slug that {@link #from} makes, in characters. */
    public static final int MADE_LENGTH = 80;

    /** The longest slug that may be given, in characters. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Apostrophes, and what stands for letters without a sound when other alphabets are written in Latin ones. */
    private static final Pattern WITHIN_WORDS = Pattern.compile("['\"`´‘’ʹʺʻʼʽʾʿ]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    /** So much text fills a slug in any script, and bounds the work for a title of a megabyte. */
    private static final int READ = 4 * MADE_LENGTH;

    /** Safe to share: rule-based parts lock while they run, and the others hold no state. */
    private static final Transliterator TO_ASCII = Transliterator.getInstance("NFKC; Any-Latin; Latin-ASCII");

    private Slug() {}

    /**
     * Folds text of any script into a slug: accents are dropped, other alphabets written in Latin letters, {@code &} read
     * as "and". Longer ones are cut between words at {@value #MADE_LENGTH} characters.
     *
     * @return a {@linkplain #isValid valid} slug, or an empty string where the text has neither letter nor digit
     */
    public static String from(String text) {
        String read = text.length() <= READ ? text : text.substring(0, READ);
        String named = read.replace("&", " and ");
        String ascii = isAscii(named) ? named : TO_ASCII.transliterate(named);
        String lower = WITHIN_WORDS.matcher(ascii).replaceAll("").toLowerCase(Locale.ROOT);
        String slug = cut(trimmed(BETWEEN_WORDS.matcher(lower).replaceAll("-")));
        return UUID.matcher(slug).matches() ? slug.replace("-", "") : slug;
    }

    /** Tells whether text may stand as a slug: words of a to z and 0 to 9 joined by single hyphens, not shaped like a UUID. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH
                && SHAPE.matcher(text).matches()
                && !UUID.matcher(text).matches();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String trimmed(String slug) {
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return start < end ? slug.substring(start, end) : "";
    }

    private static String cut(String slug) {
        if (slug.length() <= MADE_LENGTH) {
            return slug;
        }
        int between = slug.lastIndexOf('-', MADE_LENGTH);
        return slug.substring(0, between > 0 ? between : MADE_LENGTH);
    }
}
