package dev.standfirst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server, running in a process of its own. */
record ServerProcess(Process process, String url, Path logFile) {

    static ServerProcess start(Path folder, Map<String, String> settings) throws Exception {
        Process process = launch(folder, settings);
        Path log = folder.resolve("server.log");
        StringBuilder read = new StringBuilder();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.append(line).append('\n');
                int at = line.indexOf("Listening on: http://");
                if (at >= 0) {
                    String port = line.substring(line.lastIndexOf(':') + 1).strip();
                    Files.writeString(log, read);
                    return new ServerProcess(process, "http://127.0.0.1:" + port, log);
                }
            }
        }
        throw new IllegalStateException("The server did not start:\n" + read);
    }

    static String failToStart(Path folder, Map<String, String> settings) throws Exception {
        Process process = launch(folder, settings);
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return log;
    }

    private static Process launch(Path folder, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-jar",
                        Path.of("target/quarkus-app/quarkus-run.jar")
                                .toAbsolutePath()
                                .toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        return builder.start();
    }

    String log() throws IOException {
        return Files.readString(logFile);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
