package dev.standfirst.article.bulk;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class BulkTest {

    @Inject
    DataSource database;

    @Test
    void the_stories_of_a_filter_are_patched_and_retagged_and_those_that_are_so_already_are_unchanged() {
        for (int i = 0; i < 3; i++) {
            aStory().titled("Story " + i).tagged("Sea", "Fog").published().create();
        }
        aStory().titled("Done").tagged("Sea", "Harbour").with("language", "fr").create();
        aStory().titled("Other").tagged("Land").create();

        change("tag=sea", "{\"patch\":{\"language\":\"fr\"},\"addTags\":[\"Harbour\"],\"removeTags\":[\"Fog\"]}")
                .body("matched", equalTo(4))
                .body("changed", equalTo(3))
                .body("unchanged", equalTo(1))
                .body("failed", empty());

        list("tag=sea")
                .body("items.language", everyItem(equalTo("fr")))
                .body("items.tags.slug", everyItem(contains("sea", "harbour")));
        list("tag=land").body("items.language", contains("en"));
        assertThat(changes("article.update")).isEqualTo(3);
    }

    @Test
    void a_dry_run_counts_what_would_happen_and_keeps_nothing() {
        aStory().titled("One").tagged("Sea").create();
        aStory().titled("Two").tagged("Sea").with("language", "fr").create();
        int before = changes("");

        change("tag=sea&dryRun=true", "{\"patch\":{\"kicker\":\"News\",\"language\":\"fr\"},\"addTags\":[\"Never\"]}")
                .body("dryRun", equalTo(true))
                .body("matched", equalTo(2))
                .body("changed", equalTo(2));

        list("tag=sea").body("items.version", contains(1, 1));
        as(Role.READER).get("/v1/manage/tags").then().body("items.slug", contains("sea"));
        assertThat(changes("")).isEqualTo(before);
    }

    @Test
    void a_story_that_is_refused_is_told_and_keeps_no_other_from_being_changed() {
        String one = id(aStory().titled("One").create());
        String bin = id(aStory().titled("Bin").create());
        as(Role.EDITOR).header("If-Match", "*").delete("/v1/manage/articles/" + bin);
        String nowhere = UUID.randomUUID().toString();

        change("", "{\"ids\":[\"%s\",\"%s\",\"%s\"],\"patch\":{\"kicker\":\"News\"}}".formatted(one, bin, nowhere))
                .body("matched", equalTo(3))
                .body("changed", equalTo(1))
                .body("failed", hasSize(2))
                .body("failed.find { it.id == '" + bin + "' }.problem.type", equalTo("/problems/article-in-trash"))
                .body("failed.find { it.id == '" + nowhere + "' }.problem.type", equalTo("/problems/not-found"));

        as(Role.READER).get("/v1/manage/articles/" + one).then().body("kicker", equalTo("News"));
    }

    @Test
    void a_role_that_may_not_publish_changes_drafts_of_its_own_alone() {
        aStory().titled("Draft").tagged("Sea").create();
        aStory().titled("Own").tagged("Sea").writtenBy(Role.AUTHOR).create();
        aStory().titled("Out").tagged("Sea").published().create();
        as(Role.AUTHOR)
                .body("{\"patch\":{\"kicker\":\"News\"}}")
                .post("/v1/manage/articles/bulk?tag=sea")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("failed.problem.type", contains("/problems/forbidden", "/problems/forbidden"));
    }

    @Test
    void stories_go_to_the_trash_and_come_back_and_a_filter_passes_over_the_trash() {
        aStory().titled("One").tagged("Sea").published().create();
        aStory().titled("Two").tagged("Sea").create();
        change("tag=sea", "{\"move\":\"trash\"}").body("changed", equalTo(2));
        nobody().get("/v1/articles").then().body("items", empty());
        change("tag=sea", "{\"move\":\"trash\"}").body("matched", equalTo(0));
        change("tag=sea", "{\"patch\":{\"kicker\":\"News\"}}").body("matched", equalTo(0));
        String one = as(Role.READER).get("/v1/manage/articles/one").path("id");
        change("", "{\"ids\":[\"" + one + "\"],\"move\":\"trash\"}").body("unchanged", equalTo(1));
        change("tag=sea", "{\"move\":\"restore\"}").body("changed", equalTo(2));
        list("status=draft").body("items", hasSize(2));
    }

    @Test
    void more_stories_than_a_batch_are_all_changed_each_once() {
        for (int i = 0; i < 120; i++) {
            aStory().titled("Story " + i).tagged("Sea").create();
        }
        change("tag=sea", "{\"patch\":{\"featured\":true}}").body("changed", equalTo(120));
        as(Role.READER)
                .get("/v1/manage/articles?featured=true&limit=100&count=exact")
                .then()
                .body("page.total", equalTo(120))
                .body("items.version", everyItem(equalTo(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dryRun=true|{\"patch\":{}}|422|nothing-selected|#/ids",
                "tag=sea|{}|422|nothing-to-do|",
                "tag=sea|{\"move\":\"trash\",\"addTags\":[\"x\"]}|422|move-alone|#/move",
                "tag=sea|{\"patch\":{\"titel\":null,\"title\":1}}|400|unreadable-request|#/patch/titel",
                "tag=sea|{\"patch\":{\"slug\":\"x\"}}|422|one-articles-own|#/patch/slug",
                "tag=sea|{\"patch\":{\"tags\":[]},\"addTags\":[\"x\"]}|422|tags-twice|#/patch/tags",
                "tag=|{\"move\":\"trash\"}|400|invalid-parameter|",
                "tag=sea|{\"patch\":[]}|400|wrong-type|#/patch",
                "tag=sea|{\"removeTags\":[\"nowhere\"]}|422|unknown-tag|#/removeTags/0",
                "tag=sea&createTags=false|{\"addTags\":[\"sea\",\"nowhere\"]}|422|unknown-tag|#/addTags/1",
                "tag=sea|{\"ids\":[\"x\"],\"move\":\"trash\"}|400|wrong-type|#/ids/0",
                "tag=sea|{\"ids\":[],\"move\":\"trash\"}|422|validation-failed|#/ids",
                "tag=sea|{\"move\":\"away\"}|400|wrong-type|#/move",
                "sort=title|{\"move\":\"trash\"}|400|unknown-parameter|",
            })
    void a_request_without_sense_is_refused_whole(String query, String body, int status, String type, String pointer) {
        String slug = aStory().tagged("Sea").create();
        ValidatableResponse answer = as(Role.EDITOR)
                .body(body)
                .post("/v1/manage/articles/bulk?" + query)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type));
        if (pointer != null) {
            answer.body("errors[0].pointer", equalTo(pointer));
        }
        as(Role.READER).get("/v1/manage/articles/" + slug).then().body("version", equalTo(1));
    }

    @Test
    void a_story_gets_no_more_tags_than_a_story_may_have_and_no_tag_is_made_for_nothing() {
        aStory().tagged(IntStream.range(0, 60).mapToObj(i -> "a" + i).toArray(String[]::new))
                .create();
        String more = IntStream.range(0, 60).mapToObj(i -> "\"b" + i + "\"").collect(Collectors.joining(","));
        change("tag=a0", "{\"addTags\":[" + more + "]}").body("failed[0].problem.errors.pointer", contains("#/tags"));
        change("tag=nothing", "{\"addTags\":[\"Ghost\"]}").body("matched", equalTo(0));
        as(Role.READER).get("/v1/manage/tags?count=exact").then().body("page.total", equalTo(60));
    }

    @Test
    void all_that_belongs_to_one_story_is_refused_at_once() {
        as(Role.EDITOR)
                .body("{\"patch\":{\"slug\":\"x\",\"externalRef\":null}}")
                .post("/v1/manage/articles/bulk?tag=sea")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/one-articles-own"))
                .body("errors.pointer", contains("#/patch/slug", "#/patch/externalRef"));
    }

    @Test
    void a_node_makes_one_such_change_at_a_time() throws Exception {
        String slug = aStory().tagged("Sea").create();
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("select 1 from article where slug = '" + slug + "' for update");
            List<CompletableFuture<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                requests.add(CompletableFuture.supplyAsync(
                        () -> as(Role.EDITOR)
                                .body("{\"patch\":{\"kicker\":\"News\"}}")
                                .post("/v1/manage/articles/bulk?tag=sea")
                                .statusCode(),
                        task -> new Thread(task).start()));
            }
            // One waits for the writer; the other is refused meanwhile.
            Object refused = CompletableFuture.anyOf(requests.toArray(CompletableFuture[]::new))
                    .get(60, TimeUnit.SECONDS);
            assertThat(refused).isEqualTo(409);
            writer.rollback();
            assertThat(List.of(
                            requests.get(0).get(60, TimeUnit.SECONDS),
                            requests.get(1).get(60, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a_story_whose_slug_is_bulk_is_read_as_any_other() {
        aStory().with("slug", "bulk").published().create();
        as(Role.READER).get("/v1/manage/articles/bulk").then().statusCode(200).body("slug", equalTo("bulk"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"kicker\":\"News\"}")
                .patch("/v1/manage/articles/bulk")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse change(String query, String body) {
        return as(Role.EDITOR)
                .body(body)
                .post("/v1/manage/articles/bulk" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String query) {
        return as(Role.READER).get("/v1/manage/articles?" + query).then().statusCode(200);
    }

    private static String id(String slug) {
        return as(Role.READER).get("/v1/manage/articles/" + slug).path("id");
    }

    private static int changes(String action) {
        List<String> actions =
                as(Role.ADMIN).get("/v1/manage/changes?limit=100").path("items.action");
        return (int) actions.stream().filter(one -> one.startsWith(action)).count();
    }
}
