package dev.standfirst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site that knows the delivery API alone, in a real browser: {@code src/test/frontend}.
 *
 * <p>It needs Node and Chromium, and so runs in the profile {@code browser} only.
 */
@Tag("browser")
class BrowserIT {
    private static final File FRONTEND = new File("src/test/frontend");

    @TempDir
    Path folder;

    @Test
    void readers_get_every_page_of_a_site_that_is_made_of_the_delivery_api_alone() throws Exception {
        run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
        ServerProcess server = ServerProcess.start(
                folder,
                Map.of( // a test writes faster, and more, than people do
                        "STANDFIRST_COMMENTS_SPAM_FASTEST_WRITER", "PT0S",
                        "STANDFIRST_COMMENTS_RATE_PER_NETWORK", "1000",
                        "STANDFIRST_COMMENTS_RATE_PER_ADDRESS", "1000"));
        try {
            String key = Files.readString(folder.resolve("data/admin.key")).strip();
            run(Map.of("STANDFIRST_URL", server.url(), "STANDFIRST_KEY", key), "npm", "test");
        } finally {
            server.stop();
        }
    }

    /** Runs a command of the frontend to its end; what it printed is the message where it fails. */
    private static void run(Map<String, String> settings, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(FRONTEND).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
