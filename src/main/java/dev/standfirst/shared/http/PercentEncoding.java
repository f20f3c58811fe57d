package dev.standfirst.shared.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes percent-encoded text (RFC 3986, section 2.1) without mending anything. */
final class PercentEncoding {
    /** What {@link #decode} wants, to follow a name. */
    static final String RULE =
            "is not well-formed: what is no letter of ASCII, digit or one of %s is written as the %%XX of its UTF-8 bytes"
                    .formatted(PercentEncoding.PLAIN);

    /** What RFC 3986 lets stand unescaped in a path or query, but for the semicolon, see below. */
    private static final String PLAIN = "-._~!$&'()*+,:@/?=";

    private PercentEncoding() {}

    /**
     * Returns the text, or nothing if an escape is cut short, the bytes are not UTF-8, or a character should have been escaped.
     *
     * <p>That holds for a semicolon too: the REST layer would cut a path there, and Vert.x takes it for an ampersand in a query, so that
     * what was checked would not be what is served.
     */
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int octet = octet(encoded, i + 1);
                if (octet < 0) {
                    return Optional.empty();
                }
                bytes.write(octet);
                i += 2;
            } else if (isPlain(c)) {
                bytes.write(c);
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }

    private static int octet(String encoded, int start) {
        if (start + 2 > encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(start), 16);
        int low = Character.digit(encoded.charAt(start + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
