package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps every other process off a folder, until it is closed or this process ends in whatever way. */
final class FolderLock implements Closeable {

    private final String mark;
    private final FileChannel channel;

    private FolderLock(String mark, FileChannel channel) {
        this.mark = mark;
        this.channel = channel;
    }

    /**
     * Locks the folder, or returns null if this process has locked it already, in this class loader or, before a live
     * reload, in another.
     *
     * @throws ConfigurationException if another process holds it
     */
    static @Nullable FolderLock take(Path folder) throws IOException {
        // Class loaders share nothing but the platform's classes. To open the file once more would be no way to ask:
        // closing it again would end the lock.
        String mark = "standfirst.locked." + folder;
        if (System.getProperties().putIfAbsent(mark, "true") != null) {
            return null;
        }
        FileLock lock = null;
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new ConfigurationException("Another Standfirst is running on " + folder.getParent()
                        + ": stop it, or give this one a folder of its own (STANDFIRST_DATA)");
            }
            return new FolderLock(mark, channel);
        } finally {
            if (lock == null) {
                System.clearProperty(mark);
            }
        }
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        System.clearProperty(mark);
        channel.close();
    }
}
