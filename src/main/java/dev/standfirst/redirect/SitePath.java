package dev.standfirst.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A path of the site, with its query if it has one.
 *
 * @param written as it is shown and answered: percent-encoded in one way (RFC 3986, section 6.2.2), and what an address cannot hold as the
 *     escapes of its UTF-8 (RFC 3987, section 3.1)
 * @param compared the same without slashes at the end of the path
 */
public record SitePath(String written, String compared) {
    /** The longest that is taken, in characters, as it is written. */
    static final int MAX_LENGTH = 2000;

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String PLAIN = UNRESERVED_MARKS + "!$&'()*+,;=:@/?";
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException whose message says what the text must or must not be
     */
    public static SitePath of(String text) {
        require(text.startsWith("/") && !text.startsWith("//"), "must begin with one slash");
        int mark = text.indexOf('?');
        // An empty query is none (RFC 3986, section 6.2.3): a browser's location does not tell them apart.
        String rest = mark < 0 || mark == text.length() - 1 ? "" : text.substring(mark);
        String path = encoded(mark < 0 ? text : text.substring(0, mark), true);
        String query = encoded(rest, false);
        require(!DOT_SEGMENT.matcher(path).find(), "must not have a segment that is . or ..");
        require(
                path.length() + query.length() <= MAX_LENGTH,
                "must have at most 2,000 characters, those counted as escapes that must be escaped");
        String trimmed = path.replaceFirst("/+$", "");
        return new SitePath(path + query, (trimmed.isEmpty() ? "/" : trimmed) + query);
    }

    /** Writes escapes in one way; those of a query are left, as only its site knows what they mean. */
    private static String encoded(String text, boolean normalised) {
        StringBuilder encoded = new StringBuilder(text.length());
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int c = text.codePointAt(at);
            next = at + Character.charCount(c);
            require(c != '#', "must not have a fragment");
            require(c >= ' ' && c != 0x7f, "must not hold control characters");
            if (c == '%') {
                next = at + 3;
                String escape = text.substring(at, Math.min(next, text.length()));
                require(escape.matches("%[0-9a-fA-F]{2}"), "has a % without two hexadecimal digits after it");
                encoded.append(normalised ? normalised(escape) : escape);
            } else if (isUnreserved(c) || PLAIN.indexOf(c) >= 0) {
                encoded.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(UTF_8)) {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
                }
            }
        }
        return encoded.toString();
    }

    private static String normalised(String escape) {
        int octet = HexFormat.fromHexDigits(escape, 1, 3);
        return isUnreserved(octet)
                ? Character.toString(octet)
                : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) octet);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
