package dev.standfirst.article.related;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class RelatedResourceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Map<String, String> PAGE = Map.of("url", "https://example.org/report", "title", "A report");

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    @Test
    void links_are_kept_in_order_and_told_with_where_they_lead() {
        clock.stopAt(NOON);
        String story = aStory().titled("Fog").create();
        aStory().titled("Horns").publishedAt(NOON).create();
        String tides = aStory().titled("Tides").post().extract().path("id");
        Map<String, String> page = Map.of(
                "url", "https://example.org/report",
                "title", "A report",
                "publisher", "The harbour office",
                "relation", "source");
        relate(story, Map.of("article", tides, "relation", "background"), page, Map.of("article", "horns"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
        links(story)
                .header("ETag", "\"2\"")
                .body("items.relation", contains("background", "source", "more"))
                .body("items.article.slug", contains("tides", "horns"))
                .body("items.article.title", contains("Tides", "Horns"))
                .body("items.article.status", contains("draft", "published"))
                .body("items[0].article.id", equalTo(tides))
                .body("items[0].article.publishedAt", nullValue())
                .body("items[2].article.publishedAt", equalTo("2026-03-01T12:00:00Z"))
                .body("items[1].article", nullValue())
                .body("items[1].url", equalTo("https://example.org/report"))
                .body("items[1].title", equalTo("A report"))
                .body("items[1].publisher", equalTo("The harbour office"))
                .body("items[0].url", nullValue());
        relate(story, Map.of("article", "horns")).statusCode(200).body("items.article.slug", contains("horns"));
        relate(story).statusCode(200).header("ETag", "\"4\"").body("items", empty());
    }

    @Test
    void setting_the_links_is_a_change_of_the_article_and_setting_them_again_is_none() {
        clock.stopAt(NOON);
        ValidatableResponse created = aStory().titled("Fog").tagged("Sea").post();
        String id = created.extract().path("id");
        String tag = created.extract().path("tags[0].id");
        String horns = aStory().titled("Horns").post().extract().path("id");
        clock.advance(Duration.ofMinutes(1));
        relate("fog", Map.of("article", "horns"), PAGE).statusCode(200).header("ETag", "\"2\"");
        as(Role.READER)
                .get("/v1/manage/articles/fog")
                .then()
                .header("ETag", "\"2\"")
                .body("updatedAt", equalTo("2026-03-01T12:01:00Z"));
        clock.advance(Duration.ofMinutes(1));
        relate("fog", Map.of("article", horns), PAGE).statusCode(200).header("ETag", "\"2\"");
        as(Role.READER).get("/v1/manage/articles/fog").then().body("updatedAt", equalTo("2026-03-01T12:01:00Z"));
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=article&thing=" + id)
                .then()
                .body("items.action", contains("article.relate", "article.create"))
                .body("items[0].thing.version", equalTo(2))
                .body("items[0].groups", containsInAnyOrder("article:" + id, "articles", "tag:" + tag));
    }

    @Test
    void of_two_writers_with_one_version_the_second_is_refused() {
        String story = aStory().titled("Fog").create();
        List<Integer> answers = Stream.of("one", "two")
                .map(title -> Map.of("url", "https://example.org/" + title, "title", title))
                .map(page -> CompletableFuture.supplyAsync(
                        () -> put(Role.EDITOR, story, "\"1\"", page).extract().statusCode(),
                        task -> new Thread(task).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        links(story).header("ETag", "\"2\"");
    }

    @Test
    void a_version_is_asked_for_and_a_story_that_is_not_there_is_not_found() {
        String story = aStory().create();
        as(Role.EDITOR)
                .body(Map.of("items", List.of()))
                .put("/v1/manage/articles/" + story + "/related")
                .then()
                .statusCode(428);
        relate("nothing").statusCode(404);
        as(Role.READER).get("/v1/manage/articles/nothing/related").then().statusCode(404);
    }

    @Test
    void a_story_can_be_linked_to_while_another_writer_changes_it() throws SQLException {
        String fog = aStory().titled("Fog").create();
        aStory().titled("Horns").create();
        whileAnotherHolds(
                "select from article where slug = 'horns' for no key update",
                () -> relate(fog, Map.of("article", "horns")).statusCode(200));
    }

    /** Two stories that are to link to each other would otherwise wait for each other. */
    @Test
    void a_story_can_be_changed_while_another_writer_links_to_it() throws SQLException {
        String horns = aStory().titled("Horns").create();
        whileAnotherHolds(
                "select from article where slug = 'horns' for key share",
                () -> relate(horns, PAGE).statusCode(200));
    }

    private void whileAnotherHolds(String lock, Runnable work) throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(lock);
            work.run();
            other.rollback();
        }
    }

    @Test
    void an_author_relates_drafts_of_the_own_but_not_what_is_published() {
        String own = aStory().writtenBy(Role.AUTHOR).create();
        put(Role.AUTHOR, own, "*", PAGE).statusCode(200);
        put(Role.AUTHOR, aStory().create(), "*", PAGE).statusCode(403).body("type", equalTo("/problems/forbidden"));
        as(Role.EDITOR).post("/v1/manage/articles/" + own + "/publish").then().statusCode(200);
        put(Role.AUTHOR, own, "*").statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void what_lies_in_the_trash_is_not_related_but_may_be_linked_to() {
        clock.stopAt(NOON);
        String fog = aStory().titled("Fog").create();
        String binned = aStory().titled("Binned").create();
        trash(binned);
        aStory().titled("Later").publishedAt(NOON.plusSeconds(60)).create();
        relate(binned, PAGE).statusCode(409).body("type", equalTo("/problems/article-in-trash"));
        relate(fog, Map.of("article", binned), Map.of("article", "later"))
                .statusCode(200)
                .body("items.article.status", contains("trash", "published"));
    }

    @Test
    void a_story_that_is_deleted_for_good_takes_the_links_to_it_and_its_own_along() {
        clock.stopAt(NOON);
        String fog = aStory().titled("Fog").create();
        String horns = aStory().titled("Horns").create();
        relate(fog, Map.of("article", horns), PAGE).statusCode(200);
        relate(horns, Map.of("article", fog)).statusCode(200);
        trash(horns);
        String before = links(fog).extract().header("ETag");
        clock.advance(Duration.ofMinutes(1));
        as(Role.ADMIN).post("/v1/manage/articles/horns/purge").then().statusCode(204);
        links(fog).header("ETag", not(equalTo(before))).body("items.url", contains("https://example.org/report"));
        as(Role.READER).get("/v1/manage/articles/" + fog).then().body("updatedAt", equalTo(NOON.toString()));
        as(Role.ADMIN)
                .get("/v1/manage/changes?limit=2")
                .then()
                .body("items.action", contains("article.purge", "article.relate"));
    }

    @Test
    void an_old_slug_of_a_story_will_do() {
        String fog = aStory().titled("Fog").create();
        String horns = aStory().titled("Horns").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("slug", "sirens"))
                .patch("/v1/manage/articles/" + horns)
                .then()
                .statusCode(200);
        relate(fog, Map.of("article", "horns")).statusCode(200).body("items.article.slug", contains("sirens"));
        relate(fog, Map.of("article", "horns"), Map.of("article", "sirens"))
                .statusCode(422)
                .body("errors.pointer", contains("#/items/1/article"))
                .body("errors.code", contains("linked-twice"));
    }

    @Test
    void an_old_slug_of_a_story_that_was_deleted_for_good_leads_nowhere() {
        String fog = aStory().titled("Fog").create();
        String horns = aStory().titled("Horns").published().create();
        trash(horns);
        as(Role.ADMIN).post("/v1/manage/articles/horns/purge").then().statusCode(204);
        relate(fog, Map.of("article", "horns")).statusCode(422).body("type", equalTo("/problems/unknown-article"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badItems")
    void a_bad_link_is_refused_at_its_place(String items, int status, String type, String code, String pointer) {
        String fog = aStory().titled("Fog").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"items\":[" + items.replace('\'', '"') + "]}")
                .put("/v1/manage/articles/" + fog + "/related")
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type))
                .body("errors.code", contains(code))
                .body("errors.pointer", contains(pointer));
        links(fog).header("ETag", "\"1\"").body("items", empty());
    }

    static Stream<Arguments> badItems() {
        String page = "{'url':'https://example.org/','title':'x'}";
        return Stream.of(
                bad("{'article':'x','titel':'x'}", 400, "unknown-field", "unknown-field", "#/items/0/titel"),
                bad("{'article':'x','relation':'MORE'}", 400, "wrong-type", "wrong-type", "#/items/0/relation"),
                bad("{'article':7}", 400, "wrong-type", "wrong-type", "#/items/0/article"),
                bad("null", 400, "wrong-type", "wrong-type", "#/items/0"),
                bad("{}", 422, "validation-failed", "article-or-page", "#/items/0"),
                bad(
                        "{'article':'x','url':'https://example.org/','title':'x'}",
                        422,
                        "validation-failed",
                        "article-or-page",
                        "#/items/0"),
                bad("{'url':'https://example.org/'}", 422, "validation-failed", "article-or-page", "#/items/0/title"),
                bad(
                        "{'url':'https://example.org/','title':' '}",
                        422,
                        "validation-failed",
                        "article-or-page",
                        "#/items/0/title"),
                bad("{'article':'x','title':'x'}", 422, "validation-failed", "article-or-page", "#/items/0/title"),
                bad(
                        "{'article':'x','publisher':'x'}",
                        422,
                        "validation-failed",
                        "article-or-page",
                        "#/items/0/publisher"),
                bad("{'article':''}", 422, "validation-failed", "size", "#/items/0/article"),
                bad("{'url':'javascript:1','title':'x'}", 422, "validation-failed", "http-url", "#/items/0/url"),
                bad(
                        "{'url':'https://example.org/','title':'" + "x".repeat(301) + "'}",
                        422,
                        "validation-failed",
                        "size",
                        "#/items/0/title"),
                bad(String.join(",", Collections.nCopies(200, page)), 422, "validation-failed", "size", "#/items"),
                bad(String.join(",", Collections.nCopies(21, page)), 422, "validation-failed", "size", "#/items"),
                bad(page + ",{'article':'nothing'}", 422, "unknown-article", "unknown-article", "#/items/1/article"),
                bad(
                        "{'article':'0192f0c1-2d3e-7000-8000-000000000000'}",
                        422,
                        "unknown-article",
                        "unknown-article",
                        "#/items/0/article"),
                bad("{'article':'fog'}", 422, "link-to-itself", "link-to-itself", "#/items/0/article"),
                bad(page + "," + page, 422, "linked-twice", "linked-twice", "#/items/1/url"));
    }

    private static Arguments bad(String items, int status, String type, String code, String pointer) {
        return Arguments.of(items, status, type, code, pointer);
    }

    @Test
    void all_faults_come_at_once_each_with_its_own_code() {
        ValidatableResponse fog = aStory().titled("Fog").post();
        String horns = aStory().titled("Horns").post().extract().path("id");
        relate(
                        "fog",
                        Map.of("article", "nothing"),
                        Map.of("article", "horns"),
                        Map.of("article", horns),
                        PAGE,
                        PAGE,
                        Map.of("article", fog.extract().<String>path("id")))
                .statusCode(422)
                .body("type", equalTo("/problems/unacceptable-request"))
                .body("errors.code", contains("unknown-article", "linked-twice", "linked-twice", "link-to-itself"))
                .body(
                        "errors.pointer",
                        contains("#/items/0/article", "#/items/2/article", "#/items/4/url", "#/items/5/article"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("items", List.of(Map.of("article", "x", "title", "x", "publisher", "x"), Map.of())))
                .put("/v1/manage/articles/fog/related")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("#/items/0/publisher", "#/items/0/title", "#/items/1"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{}")
                .put("/v1/manage/articles/fog/related")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("#/items"));
    }

    private static ValidatableResponse relate(String story, Object... links) {
        return put(Role.EDITOR, story, "*", links);
    }

    private static ValidatableResponse put(Role role, String story, String version, Object... links) {
        return as(role).header("If-Match", version)
                .body(Map.of("items", List.of(links)))
                .put("/v1/manage/articles/" + story + "/related")
                .then();
    }

    private static ValidatableResponse links(String story) {
        return as(Role.READER)
                .get("/v1/manage/articles/" + story + "/related")
                .then()
                .statusCode(200);
    }

    private static void trash(String story) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/" + story)
                .then()
                .statusCode(204);
    }
}
