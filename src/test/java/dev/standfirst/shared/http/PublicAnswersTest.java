package dev.standfirst.shared.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PublicAnswersTest {
    private static final String PATH = "/v1/probe-cached";
    private static final String LONG = PATH + "?length=2000";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LIFETIMES = "public, max-age=10, s-maxage=60, stale-while-revalidate=30";

    private final SettableClock clock;

    PublicAnswersTest(SettableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(NOON);
    }

    @AfterEach
    void letItRun() {
        clock.reset();
    }

    @Test
    void an_answer_carries_what_caches_go_by() {
        Response answer = asking().get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.asString()).isEqualTo("{\"text\":\"aaaaaaaaaa\"}");
        assertThat(answer.header("ETag")).matches("\"[\\w-]{22}\"");
        assertThat(answer.header("Cache-Control")).isEqualTo(LIFETIMES);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.header("Date")).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
        assertThat(answer.header("Last-Modified")).isNull();
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void the_tag_is_that_of_the_content() {
        assertThat(asking().get(LONG).header("ETag"))
                .isEqualTo(asking().get(LONG).header("ETag"));
        assertThat(asking().get(LONG).header("ETag"))
                .isNotEqualTo(asking().get(PATH).header("ETag"));
    }

    @Test
    void text_is_written_as_it_is() {
        Response answer = asking().get(PATH + "/plain");
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(new String(answer.asByteArray(), StandardCharsets.UTF_8)).isEqualTo("plain ä");
    }

    @Test
    void a_compressed_answer_has_the_same_content_and_a_tag_of_its_own() throws IOException {
        Response plain = asking().get(LONG);
        Response answer = accepting("gzip").get(LONG);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.header("ETag")).isEqualTo(plain.header("ETag").replaceFirst("\"$", "-gz\""));
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.asByteArray().length));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.asByteArray())).readAllBytes())
                .isEqualTo(plain.asByteArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                        | gzip
                    GZIP                        | gzip
                    br, gzip;q=0.5              | gzip
                    *                           | gzip
                    gzip;q=0.001                | gzip
                    deflate, *;q=0.3            | gzip
                    gzip ; q=1.0 , identity;q=0 | gzip
                    *;q=0, gzip                 | gzip
                    gzip;q=0                    |
                    gzip;q=0, *                 |
                    gzip;q=0.0, br              |
                    *;q=0                       |
                    identity, gzip;q=0.5        |
                    br                          |
                    identity                    |
                    gzip;q=2                    |
                    """)
    void the_encoding_is_what_the_client_prefers(String accepted, String encoding) {
        assertThat(accepting(accepted).get(LONG).header("Content-Encoding")).isEqualTo(encoding);
    }

    @Test
    void a_short_answer_is_not_compressed() {
        assertThat(accepting("gzip").get(PATH).header("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"%s\"", "W/\"%s\"", "\"%s-gz\"", "W/\"%s-gz\"", "\"other\", \"%s\"", "\"a,b\",W/\"%s-gz\"", "*"
            })
    void what_the_client_has_already_is_not_sent_again(String sent) {
        String opaque = asking().get(LONG).header("ETag").replace("\"", "");
        for (RequestSpecification request : new RequestSpecification[] {asking(), accepting("gzip")}) {
            Response answer =
                    request.header("If-None-Match", sent.formatted(opaque)).get(LONG);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.asByteArray()).isEmpty();
            assertThat(answer.header("ETag")).startsWith("\"" + opaque);
            assertThat(answer.header("Cache-Control")).isEqualTo(LIFETIMES);
            assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(answer.header("Content-Type")).isNull();
            assertThat(answer.header("Content-Encoding")).isNull();
        }
    }

    @Test
    void a_304_names_the_tag_that_the_client_sent() {
        String plain = asking().get(LONG).header("ETag");
        String compressed = accepting("gzip").get(LONG).header("ETag");
        assertThat(accepting("gzip").header("If-None-Match", plain).get(LONG).header("ETag"))
                .isEqualTo(plain);
        assertThat(asking().header("If-None-Match", compressed).get(LONG).header("ETag"))
                .isEqualTo(compressed);
        assertThat(accepting("gzip")
                        .header("If-None-Match", plain + ", " + compressed)
                        .get(LONG)
                        .header("ETag"))
                .isEqualTo(compressed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "other", "\"unclosed", "\"other-gz\", W/\"more\""})
    void anything_else_is_answered_whole(String sent) {
        assertThat(asking().header("If-None-Match", sent).get(LONG).statusCode())
                .isEqualTo(200);
    }

    @Test
    void head_has_the_headers_of_get() {
        for (String encoding : new String[] {"identity", "gzip"}) {
            Response get = accepting(encoding).get(LONG);
            Response head = accepting(encoding).head(LONG);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.asByteArray()).isEmpty();
            assertThat(head.headers().asList())
                    .containsExactlyInAnyOrderElementsOf(get.headers().asList());
            assertThat(accepting(encoding)
                            .header("If-None-Match", get.header("ETag"))
                            .head(LONG)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    13:00:00     | public, max-age=10, s-maxage=60, stale-while-revalidate=30
                    12:01:30     | public, max-age=10, s-maxage=60, stale-while-revalidate=30
                    12:01:05.9   | public, max-age=10, s-maxage=60, stale-while-revalidate=5
                    12:00:40     | public, max-age=10, s-maxage=40
                    12:00:05.999 | public, max-age=5, s-maxage=5
                    12:00:00.5   | public, max-age=0, s-maxage=0
                    11:00:00     | public, max-age=0, s-maxage=0
                    """)
    void no_lifetime_goes_past_the_moment_when_time_changes_the_answer(String moment, String lifetimes) {
        assertThat(asking().get(PATH + "?until=2026-03-01T" + moment + "Z").header("Cache-Control"))
                .isEqualTo(lifetimes);
    }

    @Test
    void what_is_not_there_has_a_short_lifetime() {
        Response missing = asking().get(PATH + "/missing");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.contentType()).isEqualTo("application/problem+json");
        assertThat(missing.header("Cache-Control")).isEqualTo("public, max-age=10, s-maxage=10");
        assertThat(missing.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(missing.header("ETag")).isNull();
        assertThat(asking().get(PATH + "/missing?until=2026-03-01T12:00:03Z").header("Cache-Control"))
                .isEqualTo("public, max-age=3, s-maxage=3");
    }

    @Test
    void what_has_moved_has_a_short_lifetime() {
        Response moved = asking().redirects().follow(false).get(PATH + "/moved");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.header("Cache-Control")).isEqualTo("public, max-age=10, s-maxage=10");
        assertThat(moved.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void other_answers_are_not_kept() {
        assertThat(asking().post(PATH).header("Cache-Control")).isEqualTo("no-store");
        assertThat(asking().get(PATH + "?length=x").header("Cache-Control")).isEqualTo("no-store");
        assertThat(asking().delete(PATH).header("Cache-Control")).isEqualTo("no-store");
        Response failed = asking().get(PATH + "/unwritable");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.contentType()).isEqualTo("application/problem+json");
        assertThat(failed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(failed.header("ETag")).isNull();
    }

    @Test
    void a_change_is_dated_once_its_second_is_long_over() {
        String path = PATH + "?modified=2026-03-01T11:59:00.7Z";
        assertThat(asking().get(path).header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 11:59:00 GMT");
        clock.stopAt(NOON.minusSeconds(1));
        assertThat(asking().get(path).header("Last-Modified")).isNull();
    }

    @Test
    void what_has_not_changed_since_is_not_sent_again() {
        String path = PATH + "?modified=2026-03-01T11:00:00.7Z";
        assertThat(since("Sun, 01 Mar 2026 11:00:00 GMT").get(path).statusCode())
                .isEqualTo(304);
        assertThat(since("Sun, 01 Mar 2026 11:30:00 GMT").head(path).statusCode())
                .isEqualTo(304);
        assertThat(since("Sun, 01 Mar 2026 10:59:59 GMT").get(path).statusCode())
                .isEqualTo(200);
        assertThat(since("yesterday").get(path).statusCode()).isEqualTo(200);
        assertThat(since("Sun, 01 Mar 2026 11:30:00 GMT").get(PATH).statusCode())
                .isEqualTo(200);
        assertThat(since("Sun, 01 Mar 2026 11:59:59 GMT")
                        .get(PATH + "?modified=2026-03-01T11:59:30Z")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_tag_counts_for_more_than_a_date() {
        String path = PATH + "?modified=2026-03-01T11:00:00Z";
        String late = "Sun, 01 Mar 2026 11:30:00 GMT";
        String early = "Sun, 01 Mar 2026 10:00:00 GMT";
        assertThat(since(late).header("If-None-Match", "\"other\"").get(path).statusCode())
                .isEqualTo(200);
        assertThat(since(early)
                        .header("If-None-Match", asking().get(path).header("ETag"))
                        .get(path)
                        .statusCode())
                .isEqualTo(304);
    }

    private static RequestSpecification since(String date) {
        return asking().header("If-Modified-Since", date);
    }

    private static RequestSpecification asking() {
        return accepting("identity");
    }

    private static RequestSpecification accepting(String encoding) {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .urlEncodingEnabled(false)
                .header("Accept-Encoding", encoding);
    }
}
