package dev.standfirst.transfer.wordpress;

import dev.standfirst.transfer.BrokenFileException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

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
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = whole(buffer, from, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new BrokenFileException("Something in the file is too long.");
        }
        return read;
    }

    /** A parser takes the end of a gzip that breaks off for that of the file. */
    private int whole(byte[] buffer, int from, int length) throws IOException {
        try {
            return super.read(buffer, from, length);
        } catch (EOFException | ZipException e) {
            throw new BrokenFileException("The gzip breaks off, or is none.");
        }
    }
}
