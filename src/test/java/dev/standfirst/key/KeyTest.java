package dev.standfirst.key;

import static dev.standfirst.access.Role.ADMIN;
import static dev.standfirst.access.Role.EDITOR;
import static dev.standfirst.access.Role.READER;
import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.Actors;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class KeyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @Test
    void a_secret_is_shown_once() {
        clock.stopAt(NOON);

        Response answer = as(ADMIN).body("""
                {"name": "Website", "role": "reader", "expiresAt": "2026-04-01T12:00:00+02:00"}""").post("/v1/manage/keys");

        String id = answer.path("key.id");
        String secret = answer.path("secret");
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/manage/keys/" + id))
                .header("ETag", "\"1\"")
                .body("key.prefix", is(secret.substring(0, 8)));
        assertThat(as(ADMIN)
                        .get("/v1/manage/keys/{id}", id)
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"1\"")
                        .body("name", is("Website"))
                        .body("role", is("reader"))
                        .body("createdAt", is("2026-03-01T12:00:00Z"))
                        .body("updatedAt", is("2026-03-01T12:00:00Z"))
                        .body("expiresAt", is("2026-04-01T10:00:00Z"))
                        .body("revokedAt", nullValue())
                        .body("lastUsedAt", nullValue())
                        .body("previousSecretUntil", nullValue())
                        .extract()
                        .asString())
                .doesNotContain(secret.substring(8));
        assertThat(as(ADMIN).get("/v1/manage/keys").asString()).contains(id).doesNotContain(secret.substring(8));
        assertThat(as(ADMIN).get("/v1/manage/changes").asString()).contains(id).doesNotContain(secret.substring(8));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_new_key_has_its_role(Role role) {
        String secret = create(role).secret;

        assertThat(with(secret).get("/v1/manage/keys").statusCode()).isEqualTo(role == ADMIN ? 200 : 403);
        assertThat(with(secret).get("/v1/manage/changes").statusCode()).isEqualTo(role.may("read-changes") ? 200 : 403);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_an_administrator_manages_keys(Role role) {
        Created key = create(READER);
        List<Integer> statuses =
                everyOperation(key, () -> as(role)).map(Response::statusCode).toList();

        assertThat(statuses)
                .isEqualTo(
                        role == ADMIN ? List.of(200, 200, 201, 200, 200, 204) : List.of(403, 403, 403, 403, 403, 403));
        assertThat(everyOperation(key, Actors::nobody).map(Response::statusCode))
                .hasSize(6)
                .containsOnly(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"role": "reader"}                                  | 422 | validation-failed | #/name
                    {"name": " ", "role": "reader"}                     | 422 | validation-failed | #/name
                    {"name": "Website"}                                 | 422 | validation-failed | #/role
                    {"name": "Website", "role": "owner"}                | 400 | wrong-type        | #/role
                    {"name": "Website", "role": "reader", "secret": ""} | 400 | unknown-field     | #/secret
                    {"name": "W", "role": "reader", "expiresAt": "2026-02-28T12:00:00Z"} | 422 | expiry-is-past | #/expiresAt
                    {"name": "W", "role": "reader", "expiresAt": "2026-03-01T12:00:00Z"} | 422 | expiry-is-past | #/expiresAt
                    """)
    void a_bad_draft_makes_no_key(String body, int status, String type, String pointer) {
        clock.stopAt(NOON);

        refused(as(ADMIN).body(body).post("/v1/manage/keys"), status, type).body("errors.pointer", contains(pointer));

        as(ADMIN).get("/v1/manage/keys").then().body("items", hasSize(Role.values().length));
    }

    @Test
    void the_list_walks_through_all_keys_and_keeps_revoked_ones() {
        Created first = create(READER);
        Created last = create(EDITOR);
        as(ADMIN).header("If-Match", "*").delete(first.path()).then().statusCode(204);

        JsonPath page = as(ADMIN).get("/v1/manage/keys?limit=1").jsonPath();
        assertThat(page.getString("items[0].id")).isEqualTo(last.id);
        page = as(ADMIN).get(page.getString("page.next")).jsonPath();
        assertThat(page.getString("items[0].id")).isEqualTo(first.id);
        assertThat(page.getString("items[0].revokedAt")).isNotNull();
    }

    @Test
    void a_key_that_is_not_there_is_not_found() {
        Created none = new Created(UUID.randomUUID().toString(), "");

        assertThat(everyOperation(none, () -> as(ADMIN)).map(Response::statusCode))
                .containsExactly(200, 404, 201, 404, 404, 404);
    }

    @Test
    void a_revoked_key_is_refused_from_the_next_request_on() {
        Created key = create(EDITOR);
        with(key.secret).get("/v1/manage/changes").then().statusCode(200);

        as(ADMIN).header("If-Match", "\"1\"").delete(key.path()).then().statusCode(204);

        refused(with(key.secret).get("/v1/manage/changes"), 401, "key-revoked")
                .header("WWW-Authenticate", "Bearer realm=\"standfirst\", error=\"invalid_token\"");
    }

    @Test
    void to_revoke_again_is_done_already() {
        Created key = create(EDITOR);
        as(ADMIN).header("If-Match", "\"1\"").delete(key.path()).then().statusCode(204);
        String revoked = as(ADMIN).get(key.path()).asString();

        as(ADMIN).header("If-Match", "\"1\"").delete(key.path()).then().statusCode(204);

        assertThat(as(ADMIN).get(key.path()).asString()).isEqualTo(revoked);
    }

    @Test
    void a_revoked_key_does_not_come_back() {
        Created key = create(EDITOR);
        as(ADMIN).header("If-Match", "*").delete(key.path()).then().statusCode(204);

        refused(rotate(key, "*", "{}"), 409, "key-has-ended");
        refused(patch(key, "*", "{\"expiresAt\": null}"), 409, "key-has-ended");
    }

    @Test
    void a_change_names_the_version_it_was_made_from() {
        Created key = create(EDITOR);
        refused(as(ADMIN).delete(key.path()), 428, "version-required");
        refused(as(ADMIN).body("{}").patch(key.path()), 428, "version-required");
        refused(as(ADMIN).body("{}").post(key.path() + "/rotate"), 428, "version-required");
        refused(as(ADMIN).header("If-Match", "\"7\"").delete(key.path()), 412, "version-is-stale");
        refused(patch(key, "\"7\"", "{}"), 412, "version-is-stale");
        refused(rotate(key, "\"7\"", "{}"), 412, "version-is-stale");

        with(key.secret).get("/v1/manage/changes").then().statusCode(200);
    }

    @Test
    void an_expired_key_is_refused_from_its_moment_on() {
        clock.stopAt(NOON);
        String secret = as(ADMIN).body("""
                        {"name": "Guest", "role": "editor", "expiresAt": "2026-03-01T12:00:01Z"}""").post("/v1/manage/keys").path("secret");

        with(secret).get("/v1/manage/changes").then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        refused(with(secret).get("/v1/manage/changes"), 401, "key-expired");
    }

    @Test
    void name_and_expiry_can_be_changed_and_nothing_else() {
        clock.stopAt(NOON);
        Created key = create(EDITOR);

        patch(key, "\"1\"", """
                {"name": "Guest", "expiresAt": "2026-03-02T12:00:00Z"}""")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", is("Guest"))
                .body("expiresAt", is("2026-03-02T12:00:00Z"));
        patch(key, "\"2\"", "{\"expiresAt\": null}").then().body("expiresAt", nullValue());
        patch(key, "\"3\"", "{\"name\": \"Guest\"}").then().statusCode(200).header("ETag", "\"3\"");
        refused(patch(key, "\"3\"", "{\"role\": \"admin\"}"), 400, "unknown-field");
        refused(patch(key, "\"3\"", "{\"name\": null}"), 422, "validation-failed");
        refused(patch(key, "\"3\"", "{\"expiresAt\": \"2026-03-01T12:00:00Z\"}"), 422, "expiry-is-past");
    }

    @Test
    void a_rotated_key_has_its_new_secret_alone() {
        Created key = create(EDITOR);

        String next = rotate(key, "\"1\"", "{}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .extract()
                .path("secret");

        with(next).get("/v1/manage/changes").then().statusCode(200);
        refused(with(key.secret).get("/v1/manage/changes"), 401, "key-invalid");
    }

    @Test
    void the_secret_before_goes_on_for_the_grace() {
        clock.stopAt(NOON);
        Created key = create(EDITOR);

        Response rotated = rotate(key, "\"1\"", "{\"graceSeconds\": 60}");

        rotated.then().body("key.previousSecretUntil", is("2026-03-01T12:01:00Z"));
        with(key.secret).get("/v1/manage/changes").then().statusCode(200);
        with(rotated.path("secret")).get("/v1/manage/changes").then().statusCode(200);
        clock.advance(Duration.ofSeconds(60));
        refused(with(key.secret).get("/v1/manage/changes"), 401, "key-invalid");
        with(rotated.path("secret")).get("/v1/manage/changes").then().statusCode(200);
    }

    @Test
    void a_grace_ends_with_the_key() {
        Created key = create(EDITOR);
        rotate(key, "\"1\"", "{\"graceSeconds\": 604800}").then().statusCode(200);

        as(ADMIN).header("If-Match", "\"2\"").delete(key.path()).then().statusCode(204);

        refused(with(key.secret).get("/v1/manage/changes"), 401, "key-revoked");
    }

    @ParameterizedTest
    @CsvSource({"-1", "604801"})
    void a_grace_is_a_week_at_most(int seconds) {
        refused(rotate(create(EDITOR), "\"1\"", "{\"graceSeconds\": " + seconds + "}"), 422, "validation-failed");
    }

    @Test
    void of_two_rotations_at_once_one_is_refused() {
        Created key = create(EDITOR);

        List<Response> answers = atOnce(() -> rotate(key, "\"1\"", "{}"), () -> rotate(key, "\"1\"", "{}"));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        Response rotated = answers.stream()
                .filter(one -> one.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        with(rotated.path("secret")).get("/v1/manage/changes").then().statusCode(200);
    }

    @Test
    void the_last_administrator_key_cannot_be_revoked() {
        String last = as(ADMIN).get("/v1/manage/keys").path("items.find { it.role == 'admin' }.id");
        clock.stopAt(NOON);
        as(ADMIN).body("""
                {"name": "Expired", "role": "admin", "expiresAt": "2026-03-01T12:00:01Z"}""").post("/v1/manage/keys");
        clock.advance(Duration.ofSeconds(1));

        refused(as(ADMIN).header("If-Match", "*").delete("/v1/manage/keys/" + last), 409, "last-admin-key");

        Created other = create(ADMIN);
        as(ADMIN)
                .header("If-Match", "*")
                .delete("/v1/manage/keys/" + last)
                .then()
                .statusCode(204);
        with(other.secret).get("/v1/manage/keys").then().statusCode(200);
    }

    @Test
    void two_administrators_cannot_revoke_each_other_at_once() {
        Created one = create(ADMIN);
        Created other = create(ADMIN);
        String third = as(ADMIN).get("/v1/manage/keys").path("items.find { it.name == 'The admin' }.id");
        with(one.secret)
                .header("If-Match", "*")
                .delete("/v1/manage/keys/" + third)
                .then()
                .statusCode(204);

        List<Response> answers = atOnce(
                () -> with(one.secret).header("If-Match", "*").delete(other.path()),
                () -> with(other.secret).header("If-Match", "*").delete(one.path()));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(204)
                .isSubsetOf(204, 409, 401);
        assertThat(Stream.of(one, other)
                        .map(key -> with(key.secret).get("/v1/manage/keys").statusCode()))
                .containsExactlyInAnyOrder(200, 401);
    }

    @Test
    void a_use_is_noted_once_a_minute_and_is_no_change() {
        Created key = create(EDITOR);
        clock.stopAt(NOON);

        with(key.secret).get("/v1/manage/changes");
        assertThat(lastUse(key)).isEqualTo(NOON);
        clock.advance(Duration.ofSeconds(60));
        with(key.secret).get("/v1/manage/changes");
        assertThat(lastUse(key)).isEqualTo(NOON);
        clock.advance(Duration.ofSeconds(1));
        with(key.secret).get("/v1/manage/changes");
        assertThat(lastUse(key)).isEqualTo(NOON.plusSeconds(61));

        as(ADMIN).get(key.path()).then().header("ETag", "\"1\"");
        as(ADMIN).get("/v1/manage/changes?thing=" + key.id).then().body("items.action", contains("key.create"));
    }

    @Test
    void each_change_of_a_key_is_in_the_log() {
        Created key = create(EDITOR);
        patch(key, "\"1\"", "{\"name\": \"Guest\"}");
        rotate(key, "\"2\"", "{}");
        as(ADMIN).header("If-Match", "\"3\"").delete(key.path());

        as(ADMIN)
                .get("/v1/manage/changes?thing=" + key.id)
                .then()
                .body("items.action", contains("key.revoke", "key.rotate", "key.update", "key.create"))
                .body("items.thing.version", contains(4, 3, 2, 1))
                .body("items.actor.name", everyItem(is("The admin")));
    }

    private record Created(String id, String secret) {
        String path() {
            return "/v1/manage/keys/" + id;
        }
    }

    private static Created create(Role role) {
        Response answer = as(ADMIN)
                .body("{\"name\": \"A new one\", \"role\": \"" + role + "\"}")
                .post("/v1/manage/keys");
        return new Created(answer.path("key.id"), answer.path("secret"));
    }

    private static Response rotate(Created key, String version, String body) {
        return as(ADMIN).header("If-Match", version).body(body).post(key.path() + "/rotate");
    }

    private static Response patch(Created key, String version, String body) {
        return as(ADMIN).header("If-Match", version).body(body).patch(key.path());
    }

    private static Instant lastUse(Created key) {
        return Instant.parse(as(ADMIN).get(key.path()).path("lastUsedAt"));
    }

    private static Stream<Response> everyOperation(Created key, Supplier<RequestSpecification> caller) {
        Supplier<RequestSpecification> any = () -> caller.get().header("If-Match", "*");
        return Stream.<Supplier<Response>>of(
                        () -> any.get().get("/v1/manage/keys"),
                        () -> any.get().get(key.path()),
                        () -> any.get()
                                .body("{\"name\": \"One\", \"role\": \"reader\"}")
                                .post("/v1/manage/keys"),
                        () -> any.get().body("{\"name\": \"Two\"}").patch(key.path()),
                        () -> any.get().body("{}").post(key.path() + "/rotate"),
                        () -> any.get().delete(key.path()))
                .map(Supplier::get);
    }

    private static List<Response> atOnce(Supplier<Response> one, Supplier<Response> other) {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }

    private static ValidatableResponse refused(Response answer, int status, String type) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + type));
    }
}
