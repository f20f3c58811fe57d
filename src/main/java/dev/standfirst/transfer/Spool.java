package dev.standfirst.transfer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that was sent, kept on the disk as it came, so that it can be read twice: what is said last may be needed first.
 *
 * <p>It has no name any more once it is open, or goes with the process: secrets that are in it do not outlive a server that is killed.
 */
public final class Spool implements Closeable {
    private final FileChannel file;
    private final boolean isCompressed;

    private Spool(FileChannel file, boolean isCompressed) {
        this.file = file;
        this.isCompressed = isCompressed;
    }

    /**
     * Takes a file to its end.
     *
     * @throws BrokenFileException if the disk does not take it
     */
    public static Spool of(SentBytes sent) throws IOException {
        Spool spool = new Spool(room(), sent.isCompressed());
        try {
            byte[] buffer = new byte[64 << 10];
            for (int read = sent.bytes().read(buffer);
                    read >= 0;
                    read = sent.bytes().read(buffer)) {
                spool.write(ByteBuffer.wrap(buffer, 0, read));
            }
            return spool;
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    private static FileChannel room() throws BrokenFileException {
        try {
            return FileChannel.open(
                    Files.createTempFile("standfirst-import-", null),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private void write(ByteBuffer bytes) throws BrokenFileException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static BrokenFileException noRoom(IOException e) {
        return new BrokenFileException("The server has no room for the file: " + e.getMessage());
    }

    /** Begins to read the file from its beginning. What is read from needs no closing. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(new SentBytes(new Reading(), isCompressed).content());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Reading extends InputStream {
        private long at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, buffer.length);
            int read = length == 0 ? 0 : file.read(ByteBuffer.wrap(buffer, from, length), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
