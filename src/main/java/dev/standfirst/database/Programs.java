package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Runs the programs of PostgreSQL on a folder, and keeps what they say in its log. */
record Programs(Path home, Path folder, ServerAccount account) {

    private static final long LOG_BYTES = 1L << 20;

    Path log() {
        return home.resolve("server.log");
    }

    /** Prepares a program whose messages are English and go to the log, whatever the environment says. */
    ProcessBuilder prepare(String program, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(folder.resolve("bin").resolve(program).toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder process = account.command(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        process.environment().put("LC_ALL", "C");
        return process;
    }

    /**
     * Runs a program to its end, however long it takes, and returns what it and the server said meanwhile if it failed,
     * and nothing if it did its work.
     */
    String complaint(String program, String... arguments) throws IOException, InterruptedException {
        long before = Files.size(log());
        if (prepare(program, arguments).start().waitFor() == 0) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log()).position(before)) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8) + '\n';
        }
    }

    /** Sums up a complaint by the last lines that say why, and by where the rest is. */
    ConfigurationException failure(String what, String complaint) {
        List<String> lines = complaint.lines().filter(line -> !line.isBlank()).toList();
        List<String> fatal = lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .toList();
        List<String> telling = fatal.isEmpty() ? lines : fatal;
        String last =
                telling.isEmpty() ? "" : ": " + telling.get(telling.size() - 1).strip();
        return new ConfigurationException(what + last + " (its log is " + log() + ")");
    }

    /** Begins a new log where the old one has grown, and keeps one old one. */
    void turnLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_BYTES) {
            Files.move(log(), home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log())) {
            Files.createFile(log());
        }
    }
}
