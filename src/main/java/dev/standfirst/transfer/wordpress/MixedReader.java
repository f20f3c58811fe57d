package dev.standfirst.transfer.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, and bytes that are none in another encoding. WordPress declares that of the site, writes titles and addresses in it, and makes
 * UTF-8 of bodies ({@code wxr_cdata}): not by the encoding of the site, but as if each of its bytes were a character of Latin-1. So such
 * characters are bytes of the site, too.
 */
final class MixedReader extends Reader {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int FIRST_BEYOND_LATIN_1 = 0x100;

    private final InputStream file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer text = CharBuffer.allocate(8192).flip();
    private final char[] others = new char[FIRST_BEYOND_LATIN_1];
    private boolean isAtEnd;

    /**
     * Begins to read.
     *
     * @param other the encoding of what is no UTF-8, in which each byte is a character
     */
    MixedReader(InputStream file, Charset other) {
        this.file = file;
        for (char octet = 0; octet < others.length; octet++) {
            char character = new String(new byte[] {(byte) octet}, other).charAt(0);
            others[octet] = character == '\ufffd' ? octet : character;
        }
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (!text.hasRemaining() && !decode()) {
            return -1;
        }
        int read = Math.min(length, text.remaining());
        text.get(buffer, from, read);
        return read;
    }

    /** Decodes what comes next; says whether there was anything. */
    private boolean decode() throws IOException {
        text.clear();
        while (true) {
            int from = text.position();
            boolean isOther = decoder.decode(bytes, text, isAtEnd).isError();
            translate(from);
            if (isOther && text.hasRemaining()) {
                text.put(others[Byte.toUnsignedInt(bytes.get())]);
            } else if (text.position() > 0 || isAtEnd) {
                return text.flip().hasRemaining();
            } else {
                fill();
            }
        }
    }

    private void translate(int from) {
        for (int at = from; at < text.position(); at++) {
            char character = text.get(at);
            if (character >= FIRST_BEYOND_ASCII && character < FIRST_BEYOND_LATIN_1) {
                text.put(at, others[character]);
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
        isAtEnd = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
