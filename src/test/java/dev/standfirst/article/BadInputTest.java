package dev.standfirst.article;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read or accepted has a problem type of its own, names its place, and changes nothing. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class BadInputTest {

    @AfterEach
    void nothing_was_kept() {
        List<Object> articles = as(Role.READER).get("/v1/manage/articles").path("items");
        List<Object> tags = as(Role.READER).get("/v1/manage/tags").path("items");
        assertThat(articles).isEmpty();
        assertThat(tags).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_bad_body_is_refused_at_its_place(String body, int status, String type, String pointer) {
        Response answer = as(Role.EDITOR).body(body).post("/v1/manage/articles");
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("instance", equalTo("/v1/manage/articles"))
                .body("errors.pointer", contains(pointer));
        assertThat(answer.asString()).doesNotContain("Exception", "dev.standfirst", "insert into", "\\tat ");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"titel\":\"x\",\"title\":\"x\"}", 400, "unknown-field", "#/titel"),
                Arguments.of("{\"title\":\"x\",\"image\":{\"uri\":\"x\"}}", 400, "unknown-field", "#/image/uri"),
                Arguments.of("{\"title\":\"x\",\"a/b~c\":1}", 400, "unknown-field", "#/a~1b~0c"),
                Arguments.of("{\"title\":7}", 400, "wrong-type", "#/title"),
                Arguments.of("{\"title\":\"x\",\"featured\":\"true\"}", 400, "wrong-type", "#/featured"),
                Arguments.of("{\"title\":\"x\",\"tags\":\"sea\"}", 400, "wrong-type", "#/tags"),
                Arguments.of("{\"title\":\"x\",\"tags\":[\"sea\",null]}", 400, "wrong-type", "#/tags/1"),
                Arguments.of("{\"title\":\"x\",\"status\":\"PUBLISHED\"}", 400, "wrong-type", "#/status"),
                Arguments.of("{\"title\":\"x\",\"publishedAt\":\"yesterday\"}", 400, "wrong-type", "#/publishedAt"),
                Arguments.of(
                        "{\"title\":\"x\",\"publishedAt\":\"2026-01-01T00:00:00\"}",
                        422,
                        "missing-offset",
                        "#/publishedAt"),
                Arguments.of("{\"title\":\"a\\u0000b\"}", 422, "invalid-character", "#/title"),
                Arguments.of("{\"title\":\"a\\ud800b\"}", 422, "invalid-character", "#/title"),
                Arguments.of(
                        "{\"title\":\"x\",\"publishedAt\":\"+294277-01-01T00:00:00Z\"}",
                        400,
                        "wrong-type",
                        "#/publishedAt"),
                Arguments.of(
                        "{\"title\":\"x\",\"publishedAt\":\"0000-01-01T00:00:00Z\"}",
                        400,
                        "wrong-type",
                        "#/publishedAt"),
                Arguments.of(
                        "{\"title\":\"x\",\"publishedAt\":\"2026-01-01T00:00Z\"}", 400, "wrong-type", "#/publishedAt"),
                Arguments.of(
                        "{\"title\":\"x\",\"tags\":[" + "\"\",".repeat(400_000) + "\"\"]}",
                        400,
                        "wrong-type",
                        "#/tags"),
                Arguments.of("{\"title\":\"x\",\"a ~/é\":1}", 400, "unknown-field", "#/a%20~0~1%C3%A9"),
                Arguments.of("[]", 400, "wrong-type", "#"),
                Arguments.of("{\"title\":", 400, "malformed-json", "#"),
                Arguments.of("{\"title\":\"x\"} x", 400, "malformed-json", "#"),
                Arguments.of("{\"title\":\"x\",\"title\":\"y\"}", 400, "malformed-json", "#"),
                Arguments.of("[".repeat(5000), 400, "malformed-json", "#"),
                Arguments.of("{}", 422, "validation-failed", "#/title"),
                Arguments.of("{\"title\":\"  \"}", 422, "validation-failed", "#/title"),
                Arguments.of("{\"title\":\"" + "x".repeat(301) + "\"}", 422, "validation-failed", "#/title"),
                Arguments.of("{\"title\":\"x\",\"slug\":\"..\"}", 422, "validation-failed", "#/slug"),
                Arguments.of(
                        "{\"title\":\"x\",\"slug\":\"0192f0c1-2d3e-7000-8000-000000000000\"}",
                        422,
                        "validation-failed",
                        "#/slug"),
                Arguments.of(
                        "{\"title\":\"x\",\"image\":{\"url\":\"javascript:1\",\"alt\":\"\"}}",
                        422,
                        "validation-failed",
                        "#/image/url"),
                Arguments.of("{\"title\":\"x\",\"language\":\"english!\"}", 422, "validation-failed", "#/language"),
                Arguments.of(
                        "{\"title\":\"x\",\"canonicalUrl\":\"/here\"}", 422, "validation-failed", "#/canonicalUrl"),
                Arguments.of("{\"title\":\"x\",\"tags\":[\"\"]}", 422, "validation-failed", "#/tags/0"),
                Arguments.of("{\"title\":\"x\",\"body\":{}}", 422, "validation-failed", "#/body/source"));
    }

    @Test
    void all_faults_of_a_phase_come_at_once_each_with_its_own_code() {
        as(Role.EDITOR)
                .body("{\"titel\":\"x\",\"featured\":1,\"publishedAt\":\"2026-01-01T00:00:00\"}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-request"))
                .body("errors.code", containsInAnyOrder("unknown-field", "wrong-type", "missing-offset"))
                .body("errors.find{it.code=='unknown-field'}.detail", containsString("‘title’"));
        as(Role.EDITOR)
                .body("{\"title\":\"\",\"slug\":\"A B\",\"language\":\"?\"}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("#/language", "#/slug", "#/title"));
    }

    @Test
    void a_patch_is_read_and_validated_as_what_it_makes_of_the_article() {
        String id = as(Role.EDITOR)
                .body("{\"title\":\"x\"}")
                .post("/v1/manage/articles")
                .path("id");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"title\":null}")
                .patch("/v1/manage/articles/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("#/title"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"nothing\":null}")
                .patch("/v1/manage/articles/" + id)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-field"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("[]")
                .patch("/v1/manage/articles/" + id)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/wrong-type"));
        as(Role.ADMIN)
                .header("If-Match", "\"1\"")
                .delete("/v1/manage/articles/" + id)
                .then()
                .statusCode(204);
        as(Role.ADMIN).post("/v1/manage/articles/" + id + "/purge").then().statusCode(204);
    }

    @Test
    void no_more_than_a_hundred_faults_are_told() {
        String fields =
                IntStream.range(0, 50_000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
        as(Role.EDITOR)
                .body("{" + fields + ",\"title\":5}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The request has 100 faults, or more."))
                .body("errors", hasSize(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5000})
    void what_is_wrong_with_json_is_said_without_the_names_of_the_parser(int depth) {
        as(Role.EDITOR)
                .body("{\"tags\":" + "[".repeat(depth))
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"))
                .body("detail", not(containsString("Stream")))
                .body("detail", not(containsString("Source")));
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() {
        as(Role.EDITOR)
                .body(new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0x11, 0x11, 0x11, 0x22})
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void a_replacement_character_is_a_character_and_hides_no_byte_that_is_not_utf_8() {
        byte[] sound = "{\"titel\": \"Caf\uFFFD ?\"}".getBytes(StandardCharsets.UTF_8);
        byte[] broken = sound.clone();
        broken[sound.length - 3] = (byte) 0xE4; // the question mark

        as(Role.EDITOR)
                .body(sound)
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-field"));
        as(Role.EDITOR)
                .body(broken)
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("is not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/merge-patch+json"})
    void a_media_type_that_a_post_does_not_take_is_refused(String type) {
        as(Role.EDITOR)
                .contentType(type)
                .body("{\"title\":\"x\"}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void a_name_too_long_for_a_new_tag_is_refused_at_its_place() {
        as(Role.EDITOR)
                .body(Map.of("title", "x", "tags", List.of("Sea", "y".repeat(101))))
                .post("/v1/manage/articles")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-tag"))
                .body("errors.pointer", contains("#/tags/1"));
    }

    @Test
    void a_method_that_an_address_does_not_have_is_refused_with_those_it_has() {
        as(Role.EDITOR)
                .delete("/v1/manage/articles/fog/related")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, PUT")
                .body("type", equalTo("/problems/method-not-allowed"));
        as(Role.EDITOR).delete("/v1/manage/articles/fog/nothing").then().statusCode(404);
    }

    @Test
    void no_key_a_wrong_key_and_a_role_too_small_are_told_apart() {
        String draft = "{\"title\":\"x\"}";
        nobody().body(draft)
                .post("/v1/manage/articles")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/key-required"));
        with("sf_wrong")
                .body(draft)
                .post("/v1/manage/articles")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/key-invalid"));
        as(Role.READER)
                .body(draft)
                .post("/v1/manage/articles")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }
}
