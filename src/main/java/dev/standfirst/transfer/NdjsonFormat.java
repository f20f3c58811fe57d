package dev.standfirst.transfer;

import jakarta.inject.Singleton;
import java.io.IOException;

@Singleton
final class NdjsonFormat implements FileFormat {
    /** The most bytes of a line, and of one of an export: the longest article, in the letters that take most. */
    private static final int LONGEST_LINE = 4 << 20;

    private static final int LONGEST_EXPORTED = 32 << 20;

    @Override
    public ImportFormat format() {
        return ImportFormat.NDJSON;
    }

    @Override
    public ThingSource open(SentBytes file, RunOptions options) throws IOException {
        return new LineReader(file.content(), options.restore() ? LONGEST_EXPORTED : LONGEST_LINE);
    }
}
