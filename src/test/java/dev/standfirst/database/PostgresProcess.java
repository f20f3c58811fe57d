package dev.standfirst.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Another Java process that starts the server of a folder, says how it is reached, and runs until it is ended. */
final class PostgresProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private PostgresProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static PostgresProcess on(Path data) throws IOException {
        return new PostgresProcess(builder(data).start());
    }

    /** Starts one that knows nothing of its surroundings but these. */
    static PostgresProcess on(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = builder(data);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new PostgresProcess(builder.start());
    }

    private static ProcessBuilder builder(Path data) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    public static void main(String[] arguments) throws IOException {
        try {
            PostgresServer server = PostgresServer.start(Path.of(arguments[0]));
            System.out.println(server.url());
            System.out.println(server.password());
        } catch (RuntimeException refusal) {
            System.out.println(refusal.getMessage());
            System.exit(1);
        }
        System.in.read(); // ends with the process that started this one
    }

    String nextLine() throws IOException {
        return output.readLine();
    }

    /** Waits until it has ended by itself, and returns what else it said. */
    String allItSays() throws InterruptedException {
        String said = output.lines().collect(Collectors.joining("\n"));
        process.waitFor();
        return said;
    }

    /** Ends it as the system does that runs out of memory: it gets no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
