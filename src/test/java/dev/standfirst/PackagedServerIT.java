package dev.standfirst;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server as its users run it: started, killed, and started again. */
class PackagedServerIT {

    @TempDir
    Path folder;

    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = ServerProcess.start(folder, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void a_story_answered_with_201_is_there_after_the_jvm_and_the_postmaster_are_killed_together() throws Exception {
        post("Kept");
        ProcessHandle postmaster = postmaster();
        server.kill();
        postmaster.destroyForcibly();
        server = ServerProcess.start(folder, Map.of());
        given().baseUri(server.url())
                .get("/v1/articles/kept")
                .then()
                .statusCode(200)
                .body("title", equalTo("Kept"));
    }

    @Test
    void a_story_answered_with_201_is_there_after_the_jvm_alone_is_killed() throws Exception {
        post("Kept");
        server.kill();
        server = ServerProcess.start(folder, Map.of());
        given().baseUri(server.url()).get("/v1/articles/kept").then().statusCode(200);
    }

    @Test
    void a_story_whose_server_was_killed_before_the_commit_is_carried_out_when_it_is_sent_again() throws Exception {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(0x73746664)"); // the change log's: the last before a commit
            CompletableFuture<Response> lost = CompletableFuture.supplyAsync(() -> postOnce("Sent twice"));
            while (!isAnybodyWaiting(statement)) {
                assertThat(lost).isNotDone();
            }
            server.kill();
            assertThat(lost).failsWithin(Duration.ofMinutes(1));
        }
        server = ServerProcess.start(folder, Map.of());
        Response first = postOnce("Sent twice");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(postOnce("Sent twice").header("Idempotency-Replayed")).isEqualTo("true");
        given().baseUri(server.url()).get("/v1/articles").then().body("items", hasSize(1));
    }

    private static boolean isAnybodyWaiting(Statement statement) throws SQLException {
        ResultSet waiting = statement.executeQuery("select exists (select from pg_locks where not granted)");
        waiting.next();
        return waiting.getBoolean(1);
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl(), "standfirst", databasePassword());
    }

    @Test
    void the_administrator_key_is_in_a_file_for_its_owner_alone_and_not_in_the_log() throws Exception {
        Path file = folder.resolve("data/admin.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(server.log())
                .contains("admin.key")
                .doesNotContain(Files.readString(file).strip());
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_in_one_line() throws Exception {
        String log = ServerProcess.failToStart(folder, Map.of());
        assertThat(log.lines().filter(line -> line.contains("ERROR") || line.startsWith("\tat ")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(log).contains(folder.resolve("data").toString());
        given().baseUri(server.url()).get("/v1/articles").then().statusCode(200);
    }

    @Test
    void a_second_node_on_the_same_database_needs_no_folder_and_sees_what_the_first_writes() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        ServerProcess second = anotherNode(elsewhere);
        try {
            post("Seen at once");
            given().baseUri(second.url())
                    .get("/v1/articles/seen-at-once")
                    .then()
                    .statusCode(200);
            assertThat(elsewhere.resolve("data/postgresql")).doesNotExist();
        } finally {
            second.stop();
        }
    }

    private ServerProcess anotherNode(Path elsewhere) throws Exception {
        return ServerProcess.start(
                elsewhere,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        databaseUrl(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        "standfirst",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        databasePassword()));
    }

    @Test
    void a_story_goes_live_with_the_job_switched_off_and_two_nodes_with_it_tell_the_log_once() throws Exception {
        server.stop();
        server = ServerProcess.start(folder, Map.of("STANDFIRST_SCHEDULE_ANNOUNCE", "false"));
        postAt("Ahead", Instant.now().plusSeconds(2));
        while (given().baseUri(server.url()).get("/v1/articles/ahead").statusCode() == 404) {
            Thread.onSpinWait();
        }
        given().baseUri(server.url()).get("/v1/articles/ahead").then().statusCode(200);
        assertThat(announced()).isEmpty();

        ServerProcess second = anotherNode(Files.createDirectory(folder.resolve("second")));
        ServerProcess third = anotherNode(Files.createDirectory(folder.resolve("third")));
        try {
            postAt("After it", Instant.now().plusSeconds(2));
            List<String> told = announced();
            while (told.size() < 2) { // the later one is told after the earlier, by whichever node
                told = announced();
            }
            assertThat(told).containsExactly("after-it", "ahead");
        } finally {
            second.stop();
            third.stop();
        }
    }

    private void postAt(String title, Instant moment) throws IOException {
        desk().contentType(ContentType.JSON)
                .body(Map.of("title", title, "status", "published", "publishedAt", moment.toString()))
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
    }

    /** The stories of which the log tells that they went live, the latest first. */
    private List<String> announced() throws IOException {
        List<String> ids = desk().get("/v1/manage/changes?action=article.live").path("items.thing.id");
        List<String> slugs = new ArrayList<>();
        for (String id : ids) {
            slugs.add(desk().get("/v1/manage/articles/" + id).path("slug"));
        }
        return slugs;
    }

    @Test
    void comments_follow_the_settings_of_the_site_and_neither_address_nor_ip_comes_into_the_log() throws Exception {
        server.stop();
        Path log = folder.resolve("all.log");
        server = ServerProcess.start(
                folder,
                Map.of(
                        "STANDFIRST_COMMENTS_AVATAR_KEYS", "true",
                        "STANDFIRST_HTTP_TRUSTED_PROXIES", "127.0.0.1",
                        "QUARKUS_LOG_FILE_ENABLED", "true",
                        "QUARKUS_LOG_FILE_PATH", log.toString()));
        post("Fog");
        String waiting = comment("ines@readers.example.org", "203.0.113.5")
                .then()
                .statusCode(202)
                .body("author.avatarKey", nullValue()) // or an address could be tried out without being shown
                .extract()
                .path("id");
        String second = comment("INES@readers.example.org", "203.0.113.6").path("id");
        String another = comment("osric@readers.example.org", "203.0.113.6").path("id");
        for (String id : List.of(waiting, second, another)) {
            desk().post("/v1/manage/comments/" + id + "/approve").then().statusCode(200);
        }
        List<String> keys =
                given().baseUri(server.url()).get("/v1/articles/fog/comments").path("items.author.avatarKey");
        assertThat(keys.get(0)).matches("[0-9a-f]{32}").isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        desk().get("/v1/manage/comments/" + waiting).then().body("network", equalTo("203.0.113.0/24"));
        for (int i = 0; i < 8; i++) {
            comment("reader" + i + "@readers.example.org", "203.0.113.6").then().statusCode(202);
        }
        comment("last@readers.example.org", "203.0.113.6")
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", containsString("\"network\";q=10;w=60"));

        server.stop();
        server = ServerProcess.start(
                folder,
                Map.of(
                        "STANDFIRST_COMMENTS_KEEP_SENDERS_FOR", "PT0.001S",
                        "QUARKUS_LOG_FILE_ENABLED", "true",
                        "QUARKUS_LOG_FILE_PATH", log.toString(),
                        "QUARKUS_LOG_FILE_ROTATION_ROTATE_ON_BOOT", "false"));
        Response old = desk().get("/v1/manage/comments/" + waiting);
        while (old.path("network") != null) { // the job runs beside the start
            old = desk().get("/v1/manage/comments/" + waiting);
        }
        assertThat(old.<String>path("author.email")).isEqualTo("ines@readers.example.org");
        assertThat(Files.readString(log)).isNotBlank().doesNotContain("203.0.113", "readers.example.org");
    }

    private Response comment(String email, String ip) {
        return given().baseUri(server.url())
                .header("X-Forwarded-For", ip)
                .contentType("application/json")
                .body(Map.of("author", Map.of("name", "A reader", "email", email), "body", "Well said."))
                .post("/v1/articles/fog/comments");
    }

    private RequestSpecification desk() throws IOException {
        return given().baseUri(server.url())
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(folder.resolve("data/admin.key"))
                                        .strip());
    }

    private void post(String title) {
        assertThat(publishing(title).post("/v1/manage/articles").statusCode()).isEqualTo(201);
    }

    private Response postOnce(String title) {
        return publishing(title).header("Idempotency-Key", "once").post("/v1/manage/articles");
    }

    private RequestSpecification publishing(String title) {
        try {
            String key = Files.readString(folder.resolve("data/admin.key")).strip();
            return given().baseUri(server.url())
                    .header("Authorization", "Bearer " + key)
                    .contentType("application/json")
                    .body(Map.of("title", title, "status", "published"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile()[0].strip())).orElseThrow();
    }

    private String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + pidFile()[3].strip() + "/standfirst";
    }

    private String databasePassword() throws IOException {
        return Files.readString(folder.resolve("data/postgresql/password")).strip();
    }

    /** The lines of {@code postmaster.pid}: the process first, the port fourth. */
    private String[] pidFile() throws IOException {
        return Files.readString(folder.resolve("data/postgresql/cluster/postmaster.pid"))
                .split("\n");
    }
}
