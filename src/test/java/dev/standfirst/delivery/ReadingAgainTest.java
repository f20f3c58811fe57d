package dev.standfirst.delivery;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads real things as browsers and CDNs do: by a client that decodes nothing and follows nowhere. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class ReadingAgainTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LIFETIMES = "public, max-age=10, s-maxage=60, stale-while-revalidate=30";
    private static final String SHORT = "public, max-age=10, s-maxage=10";
    private static final List<String> ENCODINGS = List.of("identity", "gzip");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    SettableClock clock;

    @BeforeEach
    void publishStories() {
        clock.stopAt(NOON.minusSeconds(3600));
        for (int i = 0; i < 3; i++) {
            aStory().reading("Fog over the harbour. ".repeat(100))
                    .with("standfirst", "The horn was heard in three parishes. ".repeat(5))
                    .tagged("Sea")
                    .published()
                    .create();
        }
        clock.stopAt(NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles/a-story", "/v1/articles", "/v1/articles?limit=1", "/v1/tags/sea", "/v1/tags"})
    void head_has_the_headers_of_get_and_no_body(String address) throws Exception {
        for (String encoding : ENCODINGS) {
            var get = send("GET", address, "Accept-Encoding", encoding);
            var head = send("HEAD", address, "Accept-Encoding", encoding);

            assertThat(get.statusCode()).isEqualTo(200);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().map()).isEqualTo(get.headers().map());
            assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(get.body().length));
            assertThat(header(head, "ETag")).matches("\"[\\w-]+\"");
            assertThat(get.headers().allValues("Vary")).containsExactly("Accept-Encoding");
            assertThat(header(get, "Cache-Control")).isEqualTo(LIFETIMES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles/a-story", "/v1/articles"})
    void what_is_compressed_is_the_same_and_has_a_tag_of_its_own(String address) throws Exception {
        var plain = send("GET", address, "Accept-Encoding", "identity");
        var compressed = send("GET", address, "Accept-Encoding", "gzip");

        assertThat(header(plain, "Content-Encoding")).isEqualTo("none");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length);
        assertThat(unzipped(compressed.body())).isEqualTo(plain.body());
        assertThat(header(compressed, "ETag")).isEqualTo(header(plain, "ETag").replaceFirst("\"$", "-gz\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles/a-story", "/v1/articles", "/v1/tags/sea"})
    void what_the_client_has_already_is_not_sent_again(String address) throws Exception {
        var plain = send("GET", address, "Accept-Encoding", "identity");
        String opaque = header(plain, "ETag").replace("\"", "");
        for (String sent : List.of(
                "\"%s\"",
                "W/\"%s\"", "\"%s-gz\"", "W/\"%s-gz\"", "\"a\", W/\"b\", \"%s\"", "\"a,b\",W/\"%s-gz\"", "*")) {
            for (String method : List.of("GET", "HEAD")) {
                for (String encoding : ENCODINGS) {
                    var again =
                            send(method, address, "Accept-Encoding", encoding, "If-None-Match", sent.formatted(opaque));
                    assertThat(again.statusCode()).as(method + " " + sent).isEqualTo(304);
                    assertThat(again.body()).isEmpty();
                    assertThat(header(again, "ETag")).isIn("\"" + opaque + "\"", "\"" + opaque + "-gz\"");
                    assertThat(header(again, "Cache-Control")).isEqualTo(LIFETIMES);
                    assertThat(header(again, "Date")).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
                    assertThat(again.headers().allValues("Vary")).containsExactly("Accept-Encoding");
                    assertThat(again.headers().map())
                            .doesNotContainKeys("content-type", "content-encoding", "content-length");
                }
            }
        }
    }

    @Test
    void a_change_is_sent_whole_and_has_another_tag() throws Exception {
        String before = header(send("GET", "/v1/articles/a-story"), "ETag");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("title", "Mist"))
                .patch("/v1/manage/articles/a-story")
                .then()
                .statusCode(200);

        var after = send("GET", "/v1/articles/a-story", "If-None-Match", before);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(header(after, "ETag")).isNotEqualTo(before);
        assertThat(send("GET", "/v1/articles/a-story", "If-None-Match", before + ", " + header(after, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_single_thing_says_when_it_was_changed_and_a_list_does_not() throws Exception {
        String changed = "Sun, 01 Mar 2026 11:00:00 GMT";
        assertThat(header(send("GET", "/v1/articles/a-story"), "Last-Modified")).isEqualTo(changed);
        assertThat(header(send("GET", "/v1/articles"), "Last-Modified")).isEqualTo("none");
        for (String method : List.of("GET", "HEAD")) {
            assertThat(send(method, "/v1/articles/a-story", "If-Modified-Since", changed)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(send(method, "/v1/articles", "If-Modified-Since", changed)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_moved_was_never_there_or_is_gone_has_a_short_lifetime() throws Exception {
        String id = nobody().get("/v1/articles/a-story").path("id");
        patch("a-story", Map.of("slug", "renamed"));
        patch("a-story-2", Map.of("status", "draft"));
        for (String method : List.of("GET", "HEAD")) {
            var moved = send(method, "/v1/articles/a-story");
            assertThat(moved.statusCode()).isEqualTo(308);
            assertThat(header(moved, "Location")).isEqualTo("/v1/articles/" + id);
            assertMissing(moved);
            var gone = send(method, "/v1/articles/a-story-2");
            assertThat(gone.statusCode()).isEqualTo(410);
            assertMissing(gone);
            for (String nowhere : List.of("/v1/articles/never", "/v1/tags/never", "/v1/authors/never")) {
                var missing = send(method, nowhere);
                assertThat(missing.statusCode()).isEqualTo(404);
                assertMissing(missing);
            }
        }
    }

    private static void assertMissing(HttpResponse<byte[]> answer) {
        assertThat(header(answer, "Cache-Control")).isEqualTo(SHORT);
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.headers().map()).doesNotContainKeys("etag", "last-modified");
    }

    @Test
    void no_lifetime_goes_past_the_moment_when_time_makes_a_story_come() throws Exception {
        aStory().titled("Later").publishedAt(NOON.plusSeconds(4)).create();
        for (String address : List.of("/v1/articles", "/v1/articles/a-story", "/v1/tags/sea", "/v1/articles/later")) {
            assertThat(header(send("GET", address), "Cache-Control")).isEqualTo("public, max-age=4, s-maxage=4");
        }
    }

    @Test
    void what_is_refused_is_kept_nowhere() throws Exception {
        for (var refused : List.of(
                send("POST", "/v1/articles"),
                send("DELETE", "/v1/articles/a-story"),
                send("GET", "/v1/articles?limit=0"),
                send("GET", "/v1/articles", "Accept", "text/html"),
                send("GET", "/v1/nowhere"))) {
            assertThat(refused.statusCode()).isBetween(400, 499);
            assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
            assertThat(refused.headers().map()).doesNotContainKeys("etag");
        }
    }

    @Test
    void nothing_of_management_is_kept_anywhere() {
        String articles = "/v1/manage/articles";
        for (var answer : List.of(
                as(Role.EDITOR).get(articles),
                as(Role.EDITOR).get(articles + "/a-story"),
                as(Role.EDITOR).head(articles + "/a-story"),
                as(Role.EDITOR).body(Map.of("title", "Fog")).post(articles),
                as(Role.EDITOR).body(Map.of("title", " ")).post(articles),
                as(Role.EDITOR).get(articles + "/never"),
                as(Role.READER).body(Map.of("title", "Fog")).post(articles),
                nobody().get(articles))) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Vary")).isEqualTo("Origin");
            assertThat(answer.header("Content-Encoding")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//v1/articles", "/v1//articles", "/v1/%61rticles", "/v1/x/../articles", "/v1/./articles"})
    void however_an_address_is_written_the_next_page_has_the_same(String address) throws Exception {
        String expected = nobody().get("/v1/articles?limit=1").path("page.next");

        String body = new String(send("GET", address + "?limit=1").body(), StandardCharsets.UTF_8);

        assertThat(body).contains("\"next\":\"" + expected + "\"");
        nobody().urlEncodingEnabled(false).get(expected).then().statusCode(200);
    }

    private static void patch(String slug, Map<String, Object> change) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(change)
                .patch("/v1/manage/articles/" + slug)
                .then()
                .statusCode(200);
    }

    private HttpResponse<byte[]> send(String method, String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + address))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
}
