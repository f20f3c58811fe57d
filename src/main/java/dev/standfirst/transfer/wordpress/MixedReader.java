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
 * Reads UTF-8, and bytes that are none in another encoding: WordPress declares that of the site, and writes the bodies of such a site in UTF-8
 * ({@code wxr_cdata}), but titles and addresses as they are.
 */
final class MixedReader extends Reader {
    private final InputStream file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final String others;
    private boolean isAtEnd;

    /**
     * Begins to read.
     *
     * @param other the encoding of what is no UTF-8, in which each byte is a character
     */
    MixedReader(InputStream file, Charset other) {
        this.file = file;
        byte[] all = new byte[256];
        for (int octet = 0; octet < all.length; octet++) {
            all[octet] = (byte) octet;
        }
        this.others = new String(all, other);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        CharBuffer text = CharBuffer.wrap(buffer, from, length);
        while (true) {
            if (decoder.decode(bytes, text, isAtEnd).isError() && text.hasRemaining()) {
                text.put(others.charAt(Byte.toUnsignedInt(bytes.get())));
            } else if (text.position() > 0 || length == 0) {
                return text.position();
            } else if (isAtEnd) {
                return -1;
            } else {
                fill();
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
