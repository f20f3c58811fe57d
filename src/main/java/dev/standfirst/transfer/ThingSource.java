package dev.standfirst.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Goes through the things of a file, with one of them in memory. Not safe for several threads. */
public interface ThingSource extends Closeable {

    /**
     * Goes to the next thing, and says whether there is one.
     *
     * @throws BrokenFileException if the rest of the file cannot be read
     */
    boolean next() throws IOException;

    /** The number of the line of the file on which the thing begins, from 1. */
    long line();

    /** The thing as a line of NDJSON without its line feed; of one that is too long, nothing. */
    byte[] json();

    /** Whether the thing is longer than one may be. */
    boolean isTooLong();

    /** Something that has no place here, or not all of it, and keeps nothing from coming in. */
    record Remark(long line, String detail) {}

    /** Takes what is to be said of the file since the last time. */
    default List<Remark> remarks() {
        return List.of();
    }
}
