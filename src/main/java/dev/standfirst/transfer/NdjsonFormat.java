package dev.standfirst.transfer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Arrays;

@Singleton
final class NdjsonFormat implements FileFormat {
    /** The most bytes of a line, and of one of an export: the longest article, in the letters that take most. */
    private static final int LONGEST_LINE = 4 << 20;

    private static final int LONGEST_EXPORTED = 32 << 20;

    /** What some programs begin a file of UTF-8 with. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    @Override
    public ImportFormat format() {
        return ImportFormat.NDJSON;
    }

    @Override
    public ThingSource open(SentBytes file, RunOptions options) throws IOException {
        PushbackInputStream content = new PushbackInputStream(file.content(), BYTE_ORDER_MARK.length);
        byte[] first = content.readNBytes(BYTE_ORDER_MARK.length);
        if (first.length > 0 && first[0] == '<') {
            throw new BrokenFileException(
                    "The file is XML, and not a JSON object a line. An export of WordPress goes to /v1/manage/imports/wordpress.");
        }
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            content.unread(first);
        }
        return new LineReader(content, options.restore() ? LONGEST_EXPORTED : LONGEST_LINE);
    }
}
