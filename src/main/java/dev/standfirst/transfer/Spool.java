package dev.standfirst.transfer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was sent, kept on the disk as it came, so that it can be read twice: what is said last may be needed first. */
public final class Spool implements Closeable {
    private final Path path;
    private final boolean isCompressed;

    private Spool(Path path, boolean isCompressed) {
        this.path = path;
        this.isCompressed = isCompressed;
    }

    /**
     * Takes a file to its end.
     *
     * @throws BrokenFileException if the disk does not take it
     */
    public static Spool of(SentBytes file) throws IOException {
        Path path = Files.createTempFile("standfirst-import-", null);
        Spool spool = new Spool(path, file.isCompressed());
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[64 << 10];
            for (int read = file.bytes().read(buffer);
                    read >= 0;
                    read = file.bytes().read(buffer)) {
                write(out, buffer, read);
            }
            return spool;
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) throws IOException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new BrokenFileException("The server has no room for the file: " + e.getMessage());
        }
    }

    /** Begins to read the file. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(new SentBytes(Files.newInputStream(path), isCompressed).content());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
