package dev.standfirst.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Goes through the lines of a stream (NDJSON: between line feeds) with one of them in memory. Not safe for several threads. */
final class LineReader implements ThingSource {
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private boolean isTooLong;

    /**
     * Begins to read.
     *
     * @param longest the most bytes of a line
     */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; passes over blank ones. */
    @Override
    public boolean next() throws IOException {
        do {
            line = new ByteArrayOutputStream();
            isTooLong = false;
            if (!fill()) {
                return false;
            }
            number++;
            while (!isWhole() && fill()) {
                // the line goes on
            }
        } while (isBlank());
        return true;
    }

    /** Reads on where all that was read is used, and says whether there is anything to use. */
    private boolean fill() throws IOException {
        while (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
            if (to == 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes from what was read what belongs to the line, and says whether that is its end. */
    private boolean isWhole() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        if (line.size() + end - from > longest) {
            isTooLong = true;
            line = new ByteArrayOutputStream();
        }
        if (!isTooLong) {
            line.write(buffer, from, end - from);
        }
        boolean ends = end < to;
        from = ends ? end + 1 : end;
        return ends;
    }

    private boolean isBlank() {
        if (isTooLong) {
            return false;
        }
        for (byte octet : line.toByteArray()) {
            if (octet != ' ' && octet != '\t' && octet != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The number of the line; blank ones count too. */
    @Override
    public long line() {
        return number;
    }

    @Override
    public byte[] json() {
        return line.toByteArray();
    }

    @Override
    public boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
