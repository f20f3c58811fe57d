package dev.standfirst.key;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jboss.logging.Logger;

/** The file, readable by its owner alone, in which whoever installs the server finds the administrator key. */
final class KeyFile {
    private static final Logger LOG = Logger.getLogger(KeyFile.class);

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.resolve("admin.key").toAbsolutePath().normalize();
    }

    /**
     * Returns the secret in the file, written anew where there is none. One that is there is taken as it is: the server may have been
     * stopped before its database knew it, or have got a new database.
     *
     * @throws ConfigurationException if the file cannot be written, or holds no secret
     */
    Secret secret() {
        try {
            if (Files.notExists(file)) {
                write(Secret.random());
            }
            Secret secret = Secret.of(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    .orElseThrow(() -> new ConfigurationException(
                            file + " does not hold a key: delete it for a new one, or set STANDFIRST_ADMIN_KEY"));
            LOG.infof("The administrator key is in %s", file);
            return secret;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The administrator key cannot be kept in " + file + " (" + e
                            + "): set STANDFIRST_ADMIN_KEY instead",
                    e);
        }
    }

    /** Writes under another name first, so that a crash leaves all of the file or nothing. */
    private void write(Secret secret) throws IOException {
        Files.createDirectories(file.getParent());
        Path partial = file.resolveSibling("admin.key.partial");
        Files.deleteIfExists(partial);
        Set<StandardOpenOption> mode = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(partial, mode, ownerOnly())) {
            channel.write(ByteBuffer.wrap((secret.text() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Windows has no such permissions; there the folder's own are inherited. */
    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
