package dev.standfirst.shared.idempotency;

import static dev.standfirst.access.Role.ADMIN;
import static dev.standfirst.access.Role.EDITOR;
import static dev.standfirst.access.Role.IMPORTER;
import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.secret;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
@Timeout(120)
class IdempotencyTest {
    private static final String ARTICLES = "/v1/manage/articles";
    private static final String TAGS = "/v1/manage/tags";
    private static final String KEYS = "/v1/manage/keys";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Map<String, Object> FOG = Map.of("title", "Fog");
    private static final Map<String, Object> HARBOUR = Map.of("name", "Harbour");

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    @Test
    void a_post_that_is_sent_again_is_answered_alike_and_done_once() {
        Response first = keyed("one").body(FOG).post(ARTICLES);
        Response again = keyed("one").body(FOG).post(ARTICLES);

        first.then().statusCode(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertRepeats(first, again);
        articles().body("items", hasSize(1));
        as(EDITOR).get("/v1/manage/changes?type=article").then().body("items", hasSize(1));
    }

    @Test
    void the_answer_to_a_request_with_a_key_has_the_headers_of_one_without() {
        Response with = keyed("one").body(FOG).post(ARTICLES);
        Response without = as(EDITOR).body(FOG).post(ARTICLES);

        assertThat(with.headers())
                .extracting(Header::getName)
                .containsExactlyInAnyOrderElementsOf(
                        without.headers().asList().stream().map(Header::getName).toList());
        assertThat(with.contentType()).isEqualTo(without.contentType());
        assertThat(with.header("Location")).isEqualTo(ARTICLES + "/" + with.path("id"));
        assertThat(with.asString())
                .isEqualTo(as(EDITOR).get(with.header("Location")).asString());
    }

    @Test
    void of_five_hundred_equal_posts_at_once_one_is_carried_out() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(20);
        List<Callable<Response>> posts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            posts.add(() -> keyed("one").body(FOG).post(ARTICLES));
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> answer : writers.invokeAll(posts)) {
            answers.add(answer.get());
        }
        writers.shutdown();

        assertThat(answers).extracting(Response::statusCode).contains(201).containsOnly(201, 409);
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(IdempotencyTest::assertInUse);
        List<Response> created =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(created)
                .extracting(Response::asString)
                .containsOnly(created.get(0).asString());
        assertThat(created).extracting(answer -> answer.header("ETag")).containsOnly("\"1\"");
        assertThat(created)
                .extracting(answer -> answer.header("Location"))
                .containsOnly(created.get(0).header("Location"));
        assertThat(created)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        articles().body("items", hasSize(1));
    }

    @Test
    void another_request_with_the_key_is_refused_and_changes_nothing() {
        keyed("one").body(FOG).post(ARTICLES).then().statusCode(201);

        for (Response other : List.of(
                keyed("one").body(Map.of("title", "Mist")).post(ARTICLES),
                keyed("one").body(FOG).post(ARTICLES + "?createTags=false"),
                keyed("one").body(HARBOUR).post(TAGS))) {
            refused(other, 422, "idempotency-key-reused").body("errors[0].header", is("Idempotency-Key"));
        }
        articles().body("items", hasSize(1));
        as(EDITOR).get(TAGS).then().body("items", hasSize(0));
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        clock.stopAt(NOON);
        Response first = keyed("one").body(FOG).post(ARTICLES);
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertRepeats(first, keyed("one").body(FOG).post(ARTICLES));
        clock.advance(Duration.ofSeconds(1));
        Response second = keyed("one").body(Map.of("title", "Mist")).post(ARTICLES);

        second.then().statusCode(201).body("title", is("Mist"));
        assertRepeats(second, keyed("one").body(Map.of("title", "Mist")).post(ARTICLES));
        articles().body("items", hasSize(2));
    }

    @Test
    void two_callers_with_one_key_do_not_meet() {
        keyed("one").body(FOG).post(ARTICLES).then().statusCode(201);
        Response other = keyed(IMPORTER, "one").body(Map.of("title", "Mist")).post(ARTICLES);

        other.then().statusCode(201).body("title", is("Mist"));
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_refusal_is_not_kept() throws SQLException {
        as(EDITOR).body(Map.of("name", "Harbour", "slug", "harbour")).post(TAGS);
        Map<String, Object> draft = Map.of("name", "Port", "slug", "harbour");
        refused(keyed("one").body(draft).post(TAGS), 409, "slug-taken");
        assertThat(number("select count(*) from kept_answer")).isZero();
        as(EDITOR).header("If-Match", "*").delete(TAGS + "/harbour").then().statusCode(204);

        Response created = keyed("one").body(draft).post(TAGS);

        created.then().statusCode(201);
        assertThat(created.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_secret_is_given_once_and_kept_nowhere() throws SQLException {
        Map<String, Object> draft = Map.of("name", "Website", "role", "reader");
        Response created = keyed(ADMIN, "one").body(draft).post(KEYS);
        String address = created.header("Location");
        created.then().statusCode(201);

        refused(keyed(ADMIN, "one").body(draft).post(KEYS), 409, "answer-not-repeated")
                .header("Location", address)
                .body("detail", containsString(address));
        Response rotated =
                keyed(ADMIN, "two").header("If-Match", "*").body("{}").post(address + "/rotate");
        rotated.then().statusCode(200);
        refused(
                        keyed(ADMIN, "two").header("If-Match", "*").body("{}").post(address + "/rotate"),
                        409,
                        "answer-not-repeated")
                .header("Location", address);

        with(rotated.path("secret")).get(TAGS).then().statusCode(200);
        as(ADMIN).get(address).then().body("version", is(2));
        as(ADMIN).get(KEYS).then().body("items", hasSize(Role.values().length + 1));
        assertThat(number("select count(*) from kept_answer where shown_once")).isEqualTo(2);
        assertThat(columnsThatHold("Website")).contains("api_key.name");
        assertThat(columnsThatHold(created.path("secret"))).isEmpty();
        assertThat(columnsThatHold(rotated.path("secret"))).isEmpty();
    }

    @Test
    void a_request_that_still_runs_keeps_its_key() throws Exception {
        String slug = trashedStory();
        Callable<Response> restore = () -> keyed("one").post(ARTICLES + "/" + slug + "/restore");
        CompletableFuture<Response> first;
        try (Held story = hold("select from article for update")) {
            first = story.makeWait(restore);
            assertInUse(restore.call());
        }

        first.get(30, TimeUnit.SECONDS).then().statusCode(200);
        assertRepeats(first.join(), restore.call());
    }

    @Test
    void an_answer_that_was_lost_on_the_way_is_given_again() throws Exception {
        String body = "{\"title\":\"Fog\"}";
        try (Held log = hold("select pg_advisory_xact_lock(0x73746664)"); // that of the log: the last thing before the
                // commit
                Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    "POST " + ARTICLES + " HTTP/1.1",
                                    "Host: localhost",
                                    "Authorization: Bearer " + secret(EDITOR),
                                    "Content-Type: application/json",
                                    "Content-Length: " + body.length(),
                                    "Idempotency-Key: one",
                                    "",
                                    body)
                            .getBytes(StandardCharsets.UTF_8));
            log.awaitWaiting();
            client.setSoLinger(true, 0); // the connection breaks, instead of ending in good order
        }

        Response again = keyed("one").body(body).post(ARTICLES);
        while (again.statusCode() == 409) {
            assertInUse(again);
            again = keyed("one").body(body).post(ARTICLES);
        }

        again.then().statusCode(201).header("Idempotency-Replayed", "true").body("title", is("Fog"));
        articles().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"one",
                "one\"",
                "\"one\" \"two\"",
                "\"one\", \"two\"",
                "one, two",
                "one two",
                "\"one two\"",
                "\"one\";a=1",
                "one;a=1",
                "\"a\\b\"",
                "a\\b",
                "\"é\"",
                "é"
            })
    void a_malformed_key_is_refused(String key) {
        assertMalformed(keyed(key).body(FOG).post(ARTICLES));
    }

    @Test
    void a_key_has_255_characters_at_most_and_is_given_once() {
        String longest = "k".repeat(255);
        keyed(longest).body(FOG).post(ARTICLES).then().statusCode(201);
        keyed("\"" + longest + "\"").body(FOG).post(ARTICLES).then().header("Idempotency-Replayed", "true");
        assertMalformed(keyed(longest + "k").body(FOG).post(ARTICLES));
        assertMalformed(keyed("\"" + longest + "k\"").body(FOG).post(ARTICLES));
        assertMalformed(keyed("one").header("Idempotency-Key", "one").body(FOG).post(ARTICLES));
        articles().body("items", hasSize(1));
    }

    @Test
    void a_key_is_the_same_with_quotes_and_without() {
        Response first = keyed("\"a:b/c=\"").body(FOG).post(ARTICLES);
        assertRepeats(first, keyed("a:b/c=").body(FOG).post(ARTICLES));
        Response escaped = keyed("\"\\\"\\\\\"").body(FOG).post(ARTICLES);
        assertThat(escaped.header("Idempotency-Replayed")).isNull();
        assertRepeats(escaped, keyed("\"\\\"\\\\\"").body(FOG).post(ARTICLES));
    }

    @Test
    void an_upsert_a_restore_and_a_purge_are_repeated() {
        Map<String, Object> wire = Map.of("title", "Fog", "externalRef", Map.of("source", "wire", "id", "1"));
        as(EDITOR).body(wire).post(ARTICLES).then().statusCode(201);
        repeats(200, "upsert", wire, ARTICLES + "?upsert=true");
        String slug = trashedStory();
        repeats(200, "restore", Map.of(), ARTICLES + "/" + slug + "/restore");
        trash(slug);
        repeats(204, "purge", Map.of(), ARTICLES + "/" + slug + "/purge");
        repeats(201, "tag", HARBOUR, TAGS);
        repeats(201, "author", Map.of("name", "Ann"), "/v1/manage/authors");
    }

    @Test
    void whoever_may_no_longer_do_it_is_not_told_what_came_of_it() throws SQLException {
        keyed("one").body(FOG).post(ARTICLES).then().statusCode(201);

        execute("update api_key set role = 'READER' where name = 'The editor'");
        refused(keyed("one").body(FOG).post(ARTICLES), 403, "forbidden");
        execute("update api_key set revoked_at = now() where name = 'The editor'");
        refused(keyed("one").body(FOG).post(ARTICLES), 401, "key-revoked");
    }

    @Test
    void other_methods_pay_no_heed_to_a_key() {
        String slug = aStory().create();
        RequestSpecification request =
                keyed("not a key").header("If-Match", "\"1\"").body(FOG);
        request.patch(ARTICLES + "/" + slug).then().statusCode(200).header("ETag", "\"2\"");
        keyed("not a key").get(ARTICLES).then().statusCode(200);
    }

    @Test
    void all_share_a_name_at_a_public_address_whatever_key_they_send() {
        Map<String, Object> body = Map.of("text", "abc");
        nobody().header("Idempotency-Key", "one")
                .body(body)
                .post("/v1/probe/body")
                .then()
                .statusCode(200);
        for (RequestSpecification caller : List.of(with("sf_wrong"), as(EDITOR))) {
            caller.header("Idempotency-Key", "one")
                    .body(body)
                    .post("/v1/probe/body")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", "true")
                    .body("text", is("3"));
        }
    }

    @Test
    void expired_answers_are_swept_away_a_few_at_a_time_as_new_ones_are_kept() throws SQLException {
        clock.stopAt(NOON);
        execute("""
                insert into kept_answer (name, fingerprint, status, shown_once, kept_until)
                select 'somebody/' || i, '', 204, false, '2026-03-01T12:00:00Z' from generate_series(1, 30) i
                """);
        keyed("one").body(FOG).post(ARTICLES).then().statusCode(201);
        assertThat(number("select count(*) from kept_answer")).isEqualTo(11);
        keyed("two").body(FOG).post(ARTICLES).then().statusCode(201);
        assertThat(number("select count(*) from kept_answer")).isEqualTo(2);
    }

    @Test
    void a_request_without_a_key_takes_no_statement_more() {
        as(EDITOR).body(Map.of("name", "First")).post(TAGS); // the first use of a key within a minute is written down
        int without = statements(() -> as(EDITOR).body(Map.of("name", "Second")).post(TAGS));
        int with = statements(() -> keyed("one").body(Map.of("name", "Third")).post(TAGS));
        int again = statements(() -> keyed("one").body(Map.of("name", "Third")).post(TAGS));

        int turnAndLook = 2;
        int keepAndSweep = 2;
        assertThat(with - without).isEqualTo(turnAndLook + keepAndSweep);
        assertThat(again).isLessThan(without);
    }

    private static RequestSpecification keyed(String key) {
        return keyed(EDITOR, key);
    }

    private static RequestSpecification keyed(Role role, String key) {
        return as(role).header("Idempotency-Key", key);
    }

    private static ValidatableResponse articles() {
        return as(EDITOR).get(ARTICLES).then();
    }

    private static void repeats(int status, String key, Map<String, Object> body, String address) {
        Response first = send(key, body, address);
        first.then().statusCode(status);
        assertRepeats(first, send(key, body, address));
    }

    private static Response send(String key, Map<String, Object> body, String address) {
        RequestSpecification request = keyed(ADMIN, key);
        return body.isEmpty() ? request.post(address) : request.body(body).post(address);
    }

    private static String trashedStory() {
        String slug = aStory().create();
        trash(slug);
        return slug;
    }

    private static void trash(String slug) {
        as(EDITOR).header("If-Match", "*").delete(ARTICLES + "/" + slug).then().statusCode(204);
    }

    /** The same to the byte, but for the header that says so. */
    private static void assertRepeats(Response first, Response again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.headers().asList())
                .filteredOn(header -> !header.getName().equals("Idempotency-Replayed"))
                .containsExactlyInAnyOrderElementsOf(first.headers().asList());
    }

    private static void assertInUse(Response answer) {
        refused(answer, 409, "idempotency-key-in-use").header("Retry-After", "1");
    }

    private static void assertMalformed(Response answer) {
        refused(answer, 400, "invalid-header").body("errors[0].header", is("Idempotency-Key"));
    }

    private static ValidatableResponse refused(Response answer, int status, String type) {
        return answer.then().statusCode(status).body("type", is("/problems/" + type));
    }

    private static int statements(Runnable request) {
        int before = CountingDriver.executed();
        request.run();
        return CountingDriver.executed() - before;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Looks through every column of every table that could hold a text, in whatever form. */
    private List<String> columnsThatHold(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = current_schema and data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY')
                        """)) {
            while (columns.next()) {
                String column = columns.getString("column_name");
                String sought = columns.getString("data_type").equals("bytea")
                        ? "convert_to(?, 'UTF8') in " + column
                        : "? in " + column + "::text";
                try (PreparedStatement look =
                        connection.prepareStatement("select exists (select from %s where position(%s) > 0)"
                                .formatted(columns.getString("table_name"), sought))) {
                    look.setString(1, text);
                    ResultSet result = look.executeQuery();
                    result.next();
                    if (result.getBoolean(1)) {
                        found.add(columns.getString("table_name") + "." + column);
                    }
                }
            }
        }
        return found;
    }

    private Held hold(String sql) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute(sql);
        return new Held(connection);
    }

    /** A lock that a second connection holds until it is closed. */
    private record Held(Connection connection) implements AutoCloseable {

        /** Sends a request on a thread of its own, and returns when it waits for the lock. */
        CompletableFuture<Response> makeWait(Callable<Response> request) throws SQLException {
            CompletableFuture<Response> answer = new CompletableFuture<>();
            new Thread(() -> {
                        try {
                            answer.complete(request.call());
                        } catch (Exception e) {
                            answer.completeExceptionally(e);
                        }
                    })
                    .start();
            awaitWaiting();
            return answer;
        }

        void awaitWaiting() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                boolean waits = false;
                while (!waits) {
                    ResultSet result = statement.executeQuery("select exists (select from pg_locks where not granted)");
                    result.next();
                    waits = result.getBoolean(1);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }
}
