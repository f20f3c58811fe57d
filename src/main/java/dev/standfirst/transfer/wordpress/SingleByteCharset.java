package dev.standfirst.transfer.wordpress;

import java.nio.charset.Charset;

/** An encoding in which each byte is a character. */
final class SingleByteCharset {
    private static final int ASCII = 0x80;
    private static final int LATIN_1 = 0x100;

    private final char[] characters = new char[LATIN_1];

    SingleByteCharset(Charset charset) {
        for (char octet = 0; octet < LATIN_1; octet++) {
            char character = new String(new byte[] {(byte) octet}, charset).charAt(0);
            characters[octet] = character == '\ufffd' ? octet : character;
        }
    }

    /** The character that a byte is; where it is none, that of its number. */
    char decode(byte octet) {
        return characters[Byte.toUnsignedInt(octet)];
    }

    /**
     * Reads a text that was read as Latin-1 before: WordPress makes UTF-8 of texts ({@code wxr_cdata}) as if each byte were a character, whatever the
     * encoding of the site is. A text that has other characters was no such one, and stays.
     */
    String decodeLatin1(String text) {
        boolean isAscii = true;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= LATIN_1) {
                return text;
            }
            isAscii &= text.charAt(at) < ASCII;
        }
        if (isAscii) {
            return text;
        }
        char[] read = text.toCharArray();
        for (int at = 0; at < read.length; at++) {
            read[at] = characters[read[at]];
        }
        return new String(read);
    }
}
