package dev.standfirst.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void the_file_is_its_owners_alone() throws IOException {
        Secret secret = new KeyFile(folder.resolve("data")).secret();

        Path file = folder.resolve("data/admin.key");
        assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent(secret.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data").toFile().list()).containsExactly("admin.key");
    }

    @Test
    void a_file_that_is_there_is_taken_and_left_as_it_is() throws IOException {
        Secret first = new KeyFile(folder).secret();
        byte[] content = Files.readAllBytes(folder.resolve("admin.key"));

        assertThat(new KeyFile(folder).secret().text()).isEqualTo(first.text());
        assertThat(folder.resolve("admin.key")).hasBinaryContent(content);
    }

    @Test
    void what_a_crash_left_half_written_is_no_key() throws IOException {
        Files.writeString(folder.resolve("admin.key.partial"), "sf_half");

        assertThat(new KeyFile(folder).secret().text()).matches("sf_[0-9A-Za-z]{49}");
        assertThat(folder.toFile().list()).containsExactly("admin.key");
    }

    @Test
    void a_damaged_file_is_told_of_and_not_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("admin.key"), "sf_damaged\n");

        assertThatThrownBy(() -> new KeyFile(folder).secret())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("sf_damaged");
        assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent("sf_damaged");
    }
}
