package dev.standfirst.key;

import static dev.standfirst.access.Role.ADMIN;
import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;

import dev.standfirst.testing.BlankSlate;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class AdministratorKeyTest {
    private static final String ONE = "the-first-setting-of-an-administrator";
    private static final String OTHER = "the-other-setting-of-an-administrator";

    @Inject
    KeyService service;

    @Inject
    Keys keys;

    @TempDir
    private Path data;

    @Test
    void the_setting_sets_it_and_changes_it() {
        start(ONE);
        assertThat(status(ONE)).isEqualTo(200);

        start(OTHER);
        assertThat(status(ONE)).isEqualTo(401);
        assertThat(status(OTHER)).isEqualTo(200);
        as(ADMIN)
                .get("/v1/manage/changes")
                .then()
                .body("items.action", contains("key.update", "key.create"))
                .body("items.actor.name", contains("system", "system"));
    }

    @Test
    void the_same_setting_undoes_nothing() {
        start(ONE);
        String path = "/v1/manage/keys/"
                + as(ADMIN).get("/v1/manage/keys").path("items.find { it.name == 'Administrator' }.id");
        String rotated = as(ADMIN)
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(path + "/rotate")
                .path("secret");

        start(ONE);
        assertThat(status(ONE)).isEqualTo(401);
        assertThat(status(rotated)).isEqualTo(200);

        as(ADMIN).header("If-Match", "*").delete(path).then().statusCode(204);
        start(ONE);
        assertThat(status(rotated)).isEqualTo(401);

        start(OTHER);
        assertThat(status(OTHER)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thirty-one-characters-are-short",
                "sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRf",
                DevelopmentKey.SECRET
            })
    void a_setting_that_is_no_key_stops_the_start(String setting) {
        assertThatThrownBy(() -> start(setting))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining(setting);
    }

    @Test
    void without_a_setting_one_is_made_and_put_into_a_file() throws Exception {
        forgetKeys();

        start(null);

        String secret = Files.readString(data.resolve("admin.key")).strip();
        assertThat(status(secret)).isEqualTo(200);
        start(null);
        assertThat(data.resolve("admin.key"))
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(secret);
        assertThat(status(secret)).isEqualTo(200);
    }

    @Test
    void where_there_is_an_administrator_no_file_is_written() {
        start(null);

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void of_nodes_that_start_together_one_makes_it() {
        forgetKeys();
        Stream.of("a", "b", "c", "d")
                .map(node -> CompletableFuture.runAsync(
                        () -> administratorKey(null, data.resolve(node)).prepare(new StartupEvent())))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(data.toFile().list()).hasSize(1);
        assertThat(keys.listAll()).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_written_leaves_no_key() throws Exception {
        forgetKeys();
        Path file = Files.createFile(data.resolve("no-folder"));

        assertThatThrownBy(() -> administratorKey(null, file).prepare(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("STANDFIRST_ADMIN_KEY");
        assertThat(keys.listAll()).isEmpty();
    }

    @Transactional
    void forgetKeys() {
        keys.deleteAll();
    }

    private void start(@Nullable String setting) {
        administratorKey(setting, data).prepare(new StartupEvent());
    }

    private AdministratorKey administratorKey(@Nullable String setting, Path folder) {
        return new AdministratorKey(service, Optional.ofNullable(setting), folder);
    }

    private static int status(String secret) {
        return with(secret).get("/v1/manage/keys").statusCode();
    }
}
