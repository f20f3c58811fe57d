package dev.standfirst.transfer.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, and bytes that are none in another encoding: WordPress declares that of the site, and makes UTF-8 of bodies, but may write titles
 * and addresses as they are.
 */
final class MixedReader extends Reader {
    private final InputStream file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer text = CharBuffer.allocate(8192).flip();
    private final SingleByteCharset other;
    private boolean isAtEnd;

    MixedReader(InputStream file, SingleByteCharset other) {
        this.file = file;
        this.other = other;
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
            if (decoder.decode(bytes, text, isAtEnd).isError() && text.hasRemaining()) {
                text.put(other.decode(bytes.get()));
            } else if (text.position() > 0 || isAtEnd) {
                return text.flip().hasRemaining();
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
