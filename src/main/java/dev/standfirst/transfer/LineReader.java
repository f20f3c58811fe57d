package dev.standfirst.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Goes through the lines of a stream (NDJSON: between line feeds) with one of them in memory. Not safe for several threads. */
final class LineReader implements Closeable {
    /** The most bytes of a line. */
    static final int LONGEST = 4 << 20;

    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private boolean isTooLong;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** Goes to the next line, and says whether there is one; passes over blank ones. */
    boolean next() throws IOException {
        do {
            line = new ByteArrayOutputStream();
            isTooLong = false;
            int octet = in.read();
            if (octet < 0) {
                return false;
            }
            number++;
            for (; octet >= 0 && octet != '\n'; octet = in.read()) {
                if (line.size() == LONGEST) {
                    isTooLong = true;
                    line = new ByteArrayOutputStream();
                }
                if (!isTooLong) {
                    line.write(octet);
                }
            }
        } while (isBlank());
        return true;
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

    /** The number of the line, from 1; blank ones count too. */
    long number() {
        return number;
    }

    /** The bytes of the line without its line feed; of one that is too long, none. */
    byte[] bytes() {
        return line.toByteArray();
    }

    boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
