package dev.standfirst.transfer;

import java.io.IOException;

/** Reads the files of one format. */
public interface FileFormat {

    ImportFormat format();

    /**
     * Begins to read a file.
     *
     * @throws BrokenFileException if it is no file of the format
     */
    ThingSource open(SentBytes file, RunOptions options) throws IOException;
}
