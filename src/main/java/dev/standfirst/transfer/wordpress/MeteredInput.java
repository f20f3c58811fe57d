package dev.standfirst.transfer.wordpress;

import dev.standfirst.transfer.BrokenFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of which only so much may be read until its reader allows more: what a parser holds in memory at once has a bound by that. */
final class MeteredInput extends FilterInputStream {
    private long left = Long.MAX_VALUE;

    MeteredInput(InputStream file) {
        super(file);
    }

    /** Allows so many bytes more from here on. */
    void allow(long bytes) {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new BrokenFileException("Something in the file is too long.");
        }
    }
}
