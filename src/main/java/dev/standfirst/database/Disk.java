package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes files so that a power cut leaves all of one or nothing, which {@link Files} does not promise. */
final class Disk {

    private Disk() {}

    /**
     * Refuses to go on where less than so many bytes are free.
     *
     * @throws ConfigurationException if so
     */
    static void require(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new ConfigurationException(
                    "The disk of %s is full: %d MB are free, and PostgreSQL needs %d MB to start"
                            .formatted(folder, free >> 20, bytes >> 20));
        }
    }

    /** Writes a new file and waits until the disk has it. */
    static void write(Path file, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Takes every right to a file or folder from everybody but its owner; on Windows the folders above decide. */
    static void keepPrivate(Path path) throws IOException {
        if (!Binaries.onWindows()) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    /** Gives a finished file or folder its name in one step and waits until the disk knows it. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        if (!Binaries.onWindows()) { // where a folder cannot be opened, and need not be
            try (FileChannel folder = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Deletes a file or folder with all that is in it, if it is there. */
    static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            List<Path> deepestFirst;
            try (Stream<Path> tree = Files.walk(root)) {
                deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
