package dev.standfirst.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a running server says of itself in {@code postmaster.pid}, which stays behind when it is killed.
 *
 * @param pid the process; after a restart of the machine it may be anything
 * @param port where it listens, or 0 as long as it does not yet
 */
record PidFile(long pid, int port) {

    private static final int PORT_LINE = 3;

    static Optional<PidFile> of(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(path(cluster));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PidFile(
                            Long.parseLong(lines.get(0)),
                            lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE)) : 0));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Tells whether that process lives and runs a program from somewhere below the folder. */
    boolean isRunning(Path home) {
        return ProcessHandle.of(pid).filter(process -> runs(process, home)).isPresent();
    }

    /** Tells whether a process runs a program from below the folder; where the program is kept secret, its command line says. */
    static boolean runs(ProcessHandle process, Path home) {
        return Stream.of(process.info().command(), process.info().commandLine())
                .flatMap(Optional::stream)
                .anyMatch(command -> command.startsWith(home + File.separator));
    }
}
