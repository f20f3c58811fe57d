package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the programs of PostgreSQL that fit this machine from the class path. */
final class Binaries {

    /** The release that the archives on the class path hold. */
    static final String VERSION = "18.4";

    /** The major version, which the files of a cluster belong to. */
    static final String MAJOR = "18";

    private static final long UNPACKED_BYTES = 128L << 20;

    private Binaries() {}

    /** Names the folder below the given one that the programs are unpacked to; they are in its {@code bin}. */
    static Path folder(Path home) {
        return home.resolve("binaries-" + VERSION);
    }

    /**
     * Unpacks the programs to their folder if they are not there. An unpacking that was cut short leaves nothing that is
     * taken for a whole one, but for a power cut: it is not waited until the disk has a thousand files.
     *
     * @throws ConfigurationException if there are none for this machine, or no room for them
     */
    static void unpack(Path home) throws IOException {
        Path unpacked = folder(home);
        if (!Files.isDirectory(unpacked)) {
            Disk.require(home, UNPACKED_BYTES);
            Path partial = home.resolve("binaries.partial");
            Disk.delete(partial);
            extract(archive(), partial);
            Disk.move(partial, unpacked);
        }
    }

    static boolean onWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    static boolean onMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    /** Names the C library's locale that knows the letters of Unicode; each system has another. */
    static String unicodeCtype() {
        return onWindows() ? "en-US" : onMac() ? "UTF-8" : "C.UTF-8";
    }

    private static String archive() throws IOException {
        String os = onWindows() ? "windows" : onMac() ? "darwin" : "linux";
        String arch = switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch", "");
        };
        return "postgres-" + os + "-" + arch + (os.equals("linux") && onMusl() ? "-alpine_linux" : "") + ".txz";
    }

    /** Asks which C library this very process has loaded: a machine may have the files of both. */
    private static boolean onMusl() throws IOException {
        try (Stream<String> mapped = Files.lines(Path.of("/proc/self/maps"))) {
            return mapped.anyMatch(line -> line.contains("/ld-musl-"));
        }
    }

    private static void extract(String archive, Path folder) throws IOException {
        InputStream resource = Binaries.class.getClassLoader().getResourceAsStream(archive);
        if (resource == null) {
            throw new ConfigurationException("This build of Standfirst carries no PostgreSQL for this machine ("
                    + archive + "): build it here, or set QUARKUS_DATASOURCE_JDBC_URL");
        }
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(archive + " reaches out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0 && !onWindows()) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
