package dev.standfirst.redirect;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.HeldLock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class RedirectTest {
    private static final String REDIRECTS = "/v1/manage/redirects";
    private static final String THE_TURN = "select pg_advisory_xact_lock(hashtextextended('redirects', 0))";

    @Inject
    DataSource database;

    @Test
    void a_path_leads_to_an_article_a_tag_an_author_or_a_location() {
        aStory().titled("Fog").tagged("Sea").by("ann").create();
        create("/1/", "article", "fog")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern(REDIRECTS + "/[0-9a-f-]{36}"))
                .body("kind", equalTo("path"))
                .body("source", equalTo("/1"))
                .body("target.type", equalTo("article"))
                .body("target.id", equalTo(id("articles/fog")));
        create("/2", "tag", "sea").statusCode(201).body("target.id", equalTo(id("tags/sea")));
        create("/3", "author", id("authors/ann")).statusCode(201).body("target.id", equalTo(id("authors/ann")));
        create("/?p=4", "location", "/here/").statusCode(201).body("target.location", equalTo("/here/"));
        create("/5", "location", "https://example.org/#there")
                .statusCode(201)
                .body("target.location", equalTo("https://example.org/#there"));
        list("").body("items.source", contains("/5", "/?p=4", "/3", "/2", "/1"));
        list("?kind=tag").body("items", empty());
        String next = list("?kind=path&limit=3").extract().path("page.next");
        as(Role.READER).get(next).then().body("items.source", contains("/2", "/1"));
    }

    @Test
    void old_slugs_are_listed_too_and_can_be_deleted_and_a_target_is_found_by_them() {
        aStory().titled("Fog").published().create();
        String id = id("articles/fog");
        rename("articles/fog", "mist");
        create("/1", "article", "fog").statusCode(201).body("target.id", equalTo(id));
        String alias = list("?kind=article")
                .body("items.source", contains("fog"))
                .body("items[0].target.id", equalTo(id))
                .extract()
                .path("items[0].id");
        as(Role.EDITOR).delete(REDIRECTS + "/" + alias).then().statusCode(428);
        as(Role.EDITOR)
                .header("If-Match", "\"2\"")
                .delete(REDIRECTS + "/" + alias)
                .then()
                .statusCode(412);
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .delete(REDIRECTS + "/" + alias)
                .then()
                .statusCode(204);
        as(Role.READER).get(REDIRECTS + "/" + alias).then().statusCode(404);
        as(Role.READER).get("/v1/articles/fog").then().statusCode(404);
        create("/2", "article", "fog").statusCode(422);
    }

    @Test
    void a_path_that_leads_somewhere_is_refused_but_updated_by_an_upsert_which_writes_nothing_twice() {
        create("/a", "location", "/b").statusCode(201);
        create("/a/", "location", "/c").statusCode(409).body("type", equalTo("/problems/path-taken"));
        upsert("/%61/", "location", "/b").statusCode(200).header("ETag", "\"1\"");
        upsert("/a", "location", "/c").statusCode(200).header("ETag", "\"2\"");
        upsert("/d", "location", "/c").statusCode(201);
        assertThat(leads()).containsOnly(Map.entry("/a", "/c"), Map.entry("/d", "/c"));
        assertThat(changes()).containsExactly("redirect.create", "redirect.update", "redirect.create");
    }

    @Test
    void every_write_is_in_the_log() {
        String id = create("/a", "location", "/b").extract().path("id");
        create("/b", "location", "/c");
        as(Role.EDITOR).header("If-Match", "*").delete(REDIRECTS + "/" + id);
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=redirect")
                .then()
                .body(
                        "items.action",
                        contains("redirect.delete", "redirect.update", "redirect.create", "redirect.create"))
                .body("items[1].thing.id", equalTo(id))
                .body("items[1].thing.version", equalTo(2))
                .body("items[1].groups", contains("redirect:" + id, "redirects"));
    }

    @Test
    void chains_are_flattened_from_both_ends_whatever_their_number() {
        aStory().titled("Fog").create();
        for (int i = 0; i < 30; i++) {
            create("/" + i, "location", "/b/").statusCode(201);
        }
        create("/b", "location", "/c?x").statusCode(201);
        create("/a", "location", "/%62").statusCode(201);
        assertThat(leads().values()).hasSize(32).containsOnly("/c?x");
        create("/c/?x", "article", "fog").statusCode(201);
        assertThat(leads().values()).hasSize(33).containsOnly(id("articles/fog"));
        create("/d", "location", "/a/").statusCode(201).body("target.type", equalTo("article"));
        assertThat(changes()).hasSize(33 + 30 + 32 + 1);
    }

    @Test
    void a_circle_is_refused_whatever_its_length_and_however_it_is_written() {
        create("/a", "location", "/a").statusCode(422).body("type", equalTo("/problems/redirect-loop"));
        create("/a", "location", "/%61/").statusCode(422).body("errors.pointer", contains("#/location"));
        create("/a", "location", "/b").statusCode(201);
        create("/b", "location", "/a/").statusCode(422).body("type", equalTo("/problems/redirect-loop"));
        create("/b", "location", "/c").statusCode(201);
        create("/c", "location", "/a").statusCode(422);
        upsert("/b", "location", "/a").statusCode(200).body("target.location", equalTo("/c"));
        create("/c", "location", "/c?again").statusCode(201);
        create("/c?again", "location", "/b").statusCode(422);
    }

    @Test
    void of_two_writers_who_would_make_a_loop_together_one_is_refused() throws Exception {
        assertThat(atOnce(() -> create("/p", "location", "/q"), () -> create("/q", "location", "/p")))
                .containsExactlyInAnyOrder(201, 422);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void two_writers_who_would_make_a_chain_together_make_none() throws Exception {
        assertThat(atOnce(() -> create("/a", "location", "/b"), () -> create("/b", "location", "/c")))
                .containsExactly(201, 201);
        assertThat(leads()).containsOnly(Map.entry("/a", "/c"), Map.entry("/b", "/c"));
    }

    @Test
    void two_upserts_of_a_path_create_it_once() throws Exception {
        assertThat(atOnce(() -> upsert("/a", "location", "/b"), () -> upsert("/a", "location", "/b")))
                .containsExactlyInAnyOrder(200, 201);
    }

    @Test
    void a_path_to_a_tag_that_is_merged_at_the_same_moment_leads_to_the_other() throws Exception {
        aStory().tagged("Old", "New").create();
        create("/a", "tag", "old").statusCode(201);
        String kept = id("tags/new");
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        try (HeldLock turn = HeldLock.take(database, THE_TURN)) {
            sent.add(turn.andWaiting(
                    1,
                    () -> as(Role.EDITOR)
                            .body(Map.of("into", "new"))
                            .post("/v1/manage/tags/old/merge")
                            .statusCode()));
            sent.add(turn.andWaiting(
                    2, () -> create("/b", "location", "/a").extract().statusCode()));
            sent.add(turn.andWaiting(
                    3, () -> create("/c", "tag", "old").extract().statusCode()));
        }
        assertThat(sent.stream().map(CompletableFuture::join)).containsExactly(200, 201, 201);
        assertThat(leads().values()).hasSize(3).containsOnly(kept);
    }

    @Test
    void what_led_to_a_thing_that_is_gone_for_good_is_forgotten_but_not_if_readers_knew_it() {
        aStory().titled("Fog").create();
        aStory().titled("Out").published().create();
        as(Role.EDITOR).body(Map.of("name", "Sea")).post("/v1/manage/tags");
        as(Role.EDITOR).body(Map.of("name", "Ann")).post("/v1/manage/authors");
        create("/1", "article", "fog");
        create("/2", "article", "out");
        create("/3", "tag", "sea");
        create("/4", "author", "ann");
        rename("articles/fog", "mist");
        rename("tags/sea", "ocean");
        rename("authors/ann", "anne");
        list("").body("items", hasSize(7));
        for (String thing : List.of("articles/mist", "articles/out", "tags/ocean", "authors/anne")) {
            as(Role.ADMIN)
                    .header("If-Match", "*")
                    .delete("/v1/manage/" + thing)
                    .then()
                    .statusCode(204);
        }
        as(Role.ADMIN).post("/v1/manage/articles/mist/purge").then().statusCode(204);
        as(Role.ADMIN).post("/v1/manage/articles/out/purge").then().statusCode(204);
        list("").body("items.source", contains("out", "/2"));
        assertThat(changes()).filteredOn("redirect.delete"::equals).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_bad_body_is_refused_at_its_place(String body, String type, List<String> pointers) {
        as(Role.EDITOR)
                .body(body)
                .post(REDIRECTS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/" + type))
                .body("errors.pointer", equalTo(pointers));
        list("").body("items", empty());
    }

    static Stream<Arguments> bodies() {
        String b = "\"location\":\"/b\"";
        return Stream.of(
                Arguments.of("{" + b + "}", "validation-failed", List.of("#/path")),
                Arguments.of("{\"path\":\"\"," + b + "}", "validation-failed", List.of("#/path", "#/path")),
                Arguments.of("{\"path\":\"a\"," + b + "}", "validation-failed", List.of("#/path")),
                Arguments.of("{\"path\":\"//host/a\"," + b + "}", "validation-failed", List.of("#/path")),
                Arguments.of("{\"path\":\"/a/../b\"," + b + "}", "validation-failed", List.of("#/path")),
                Arguments.of("{\"path\":\"/a#b\"," + b + "}", "validation-failed", List.of("#/path")),
                Arguments.of("{\"path\":\"/a\\u0000b\"," + b + "}", "invalid-character", List.of("#/path")),
                Arguments.of(
                        "{\"path\":\"/" + "a".repeat(2000) + "\"," + b + "}", "validation-failed", List.of("#/path")),
                Arguments.of("{\"path\":\"/a\",\"location\":\"b\"}", "validation-failed", List.of("#/location")),
                Arguments.of("{\"path\":\"/a\",\"location\":\"//host\"}", "validation-failed", List.of("#/location")),
                Arguments.of(
                        "{\"path\":\"/a\",\"location\":\"javascript:1\"}", "validation-failed", List.of("#/location")),
                Arguments.of(
                        "{\"path\":\"/a\",\"location\":\"https://me@host/\"}",
                        "validation-failed",
                        List.of("#/location")),
                Arguments.of("{\"path\":\"/a\"}", "target-missing", List.of("#")),
                Arguments.of("{\"path\":\"/a\",\"tag\":null}", "target-missing", List.of("#")),
                Arguments.of("{\"path\":\"/a\",\"tag\":\"\"}", "validation-failed", List.of("#/tag")),
                Arguments.of(
                        "{\"path\":\"/a\",\"tag\":\"sea\"," + b + "}",
                        "several-targets",
                        List.of("#/tag", "#/location")),
                Arguments.of("{\"path\":\"/a\",\"article\":\"none\"}", "unknown-target", List.of("#/article")),
                Arguments.of(
                        "{\"path\":\"/a\",\"author\":\"0192f0c1-2d3e-7000-8000-000000000000\"}",
                        "unknown-target",
                        List.of("#/author")));
    }

    @Test
    void a_redirect_of_no_id_is_not_found() {
        as(Role.READER).get(REDIRECTS + "/nothing").then().statusCode(404);
        as(Role.READER)
                .get(REDIRECTS + "/0192f0c1-2d3e-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    /** Sends two requests that both wait for the turn, in this order, and returns the statuses of their answers. */
    private List<Integer> atOnce(Supplier<ValidatableResponse> first, Supplier<ValidatableResponse> second)
            throws SQLException {
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        try (HeldLock turn = HeldLock.take(database, THE_TURN)) {
            sent.add(turn.andWaiting(1, () -> first.get().extract().statusCode()));
            sent.add(turn.andWaiting(2, () -> second.get().extract().statusCode()));
        }
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static ValidatableResponse create(String path, String type, String target) {
        return as(Role.EDITOR)
                .body(Map.of("path", path, type, target))
                .post(REDIRECTS)
                .then();
    }

    private static ValidatableResponse upsert(String path, String type, String target) {
        return as(Role.IMPORTER)
                .body(Map.of("path", path, type, target))
                .post(REDIRECTS + "?upsert=true")
                .then();
    }

    private static ValidatableResponse list(String query) {
        return as(Role.READER).get(REDIRECTS + query).then().statusCode(200);
    }

    /** Where each path leads: a location, or an id. */
    private static Map<String, String> leads() {
        var page = list("?kind=path&limit=100").extract();
        List<String> sources = page.path("items.source");
        List<String> targets = page.path("items.target.collect{it.location ?: it.id}");
        Map<String, String> leads = new TreeMap<>();
        for (int i = 0; i < sources.size(); i++) {
            leads.put(sources.get(i), targets.get(i));
        }
        return leads;
    }

    private static List<String> changes() {
        List<String> actions = new ArrayList<>();
        String next = "/v1/manage/changes?type=redirect&limit=100";
        while (next != null) {
            var page = as(Role.EDITOR).get(next).then().extract();
            actions.addAll(page.<List<String>>path("items.action"));
            next = page.path("page.next");
        }
        return actions;
    }

    private static String id(String thing) {
        return as(Role.READER)
                .get("/v1/manage/" + thing)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static void rename(String thing, String slug) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("slug", slug))
                .patch("/v1/manage/" + thing)
                .then()
                .statusCode(200);
    }
}
