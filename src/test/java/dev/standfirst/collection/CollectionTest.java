package dev.standfirst.collection;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class CollectionTest {
    private static final String COLLECTIONS = "/v1/manage/collections";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(NOON);
    }

    @Test
    void readers_see_live_stories_in_the_editors_order_with_what_is_theirs_here() {
        story("A");
        aStory().titled("B")
                .with("image", Map.of("url", "https://example.org/b.jpg", "alt", "B"))
                .tagged("Sea")
                .published()
                .create();
        aStory().titled("Draft").create();
        aStory().titled("Later").publishedAt(NOON.plusSeconds(60)).create();
        create(
                        item("b"),
                        Map.of(
                                "article",
                                "a",
                                "title",
                                "Alpha",
                                "image",
                                Map.of("url", "https://example.org/o.jpg", "alt", "O")),
                        item("draft"),
                        item("later"))
                .header("Location", startsWith(COLLECTIONS + "/"))
                .header("ETag", "\"1\"")
                .body("slug", equalTo("front-page"))
                .body("items.article.slug", contains("b", "a", "draft", "later"))
                .body("items.article.status", contains("published", "published", "draft", "published"));
        nobody().get("/v1/collections/front-page?include=tags")
                .then()
                .statusCode(200)
                .body("name", equalTo("Front page"))
                .body("items.title", contains("B", "Alpha"))
                .body("items.article.title", contains("B", "A"))
                .body("items.image.url", contains("https://example.org/b.jpg", "https://example.org/o.jpg"))
                .body("items[0].article.tags.slug", contains("sea"));
        nobody().get("/v1/collections").then().body("items.slug", contains("front-page"));
        clock.stopAt(NOON.plusSeconds(60));
        nobody().get("/v1/collections/front-page").then().body("items.title", contains("B", "Alpha", "Later"));
    }

    @Test
    void an_empty_collection_is_there_and_one_that_is_none_is_not() {
        create().body("items", empty());
        nobody().get("/v1/collections/front-page").then().statusCode(200).body("items", empty());
        nobody().get("/v1/collections/" + UUID.randomUUID()).then().statusCode(404);
        nobody().get("/v1/collections/none").then().statusCode(404);
        as(Role.READER).get(COLLECTIONS + "/none").then().statusCode(404);
    }

    @Test
    void the_list_is_put_whole_and_patched_and_what_changes_nothing_is_no_version() {
        story("A");
        story("B");
        create(item("a"), item("b"));
        put("*", item("b"), item("a"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("items.article.slug", contains("b", "a"));
        put("\"2\"", item("b"), item("a")).body("version", equalTo(2));
        as(Role.EDITOR)
                .header("If-Match", "\"2\"")
                .body(Map.of("description", "What matters now"))
                .patch(COLLECTIONS + "/front-page")
                .then()
                .statusCode(200)
                .body("description", equalTo("What matters now"))
                .body("items.article.slug", contains("b", "a"))
                .body("version", equalTo(3));
        put("\"2\"", item("a")).statusCode(412).header("ETag", "\"3\"");
        as(Role.EDITOR)
                .body(Map.of("name", "X"))
                .put(COLLECTIONS + "/front-page")
                .then()
                .statusCode(428);
        as(Role.READER).get(COLLECTIONS).then().body("items.size", contains(2)).body("items.version", contains(3));
    }

    @Test
    void a_story_twice_one_that_is_none_and_too_many_are_refused_at_their_places() {
        String id = story("A");
        post(item("a"), item("none"), item(id), item("nobody"))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("#/items/1/article", "#/items/2/article", "#/items/3/article"))
                .body("errors.code", containsInAnyOrder("story-unknown", "story-twice", "story-unknown"));
        as(Role.EDITOR)
                .body(Map.of("name", "Front page", "items", Collections.nCopies(10_000, item("a"))))
                .post(COLLECTIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/items"));
        as(Role.EDITOR)
                .body(Map.of("name", "Front page", "items", Collections.nCopies(201, item("a"))))
                .post(COLLECTIONS)
                .then()
                .statusCode(422);
        post(Map.of("article", "a", "title", "")).statusCode(422).body("errors.pointer", contains("#/items/0/title"));
        as(Role.READER).get(COLLECTIONS).then().body("items", empty());
    }

    @Test
    void a_story_is_named_by_slug_old_slug_or_id() {
        String id = story("A");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("slug", "alpha"))
                .patch("/v1/manage/articles/a")
                .then()
                .statusCode(200);
        create(item("a")).body("items.article.slug", contains("alpha"));
        put("*", item(id.toUpperCase(Locale.ROOT))).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void a_story_is_moved_before_another_or_to_the_end() {
        Stream.of("A", "B", "C", "D").forEach(CollectionTest::story);
        create(item("a"), item("b"), item("c"), item("d"));
        move("d", "b").statusCode(200).body("items.article.slug", contains("a", "d", "b", "c"));
        move("a", "c").body("items.article.slug", contains("d", "b", "a", "c"));
        move("d", null).body("items.article.slug", contains("b", "a", "c", "d"));
        move("d", null).body("version", equalTo(4));
        move("a", "a").body("items.article.slug", contains("b", "a", "c", "d")).body("version", equalTo(4));
        move("none", "a").statusCode(422).body("errors.pointer", contains("#/article"));
        story("E");
        move("a", "e").statusCode(422).body("errors.pointer", contains("#/before"));
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(Map.of("article", "a"))
                .post(COLLECTIONS + "/front-page/move")
                .then()
                .statusCode(412);
    }

    @Test
    void of_many_who_move_at_once_none_loses_a_story() throws Exception {
        List<String> slugs = IntStream.range(0, 12).mapToObj(i -> "s" + i).toList();
        slugs.forEach(CollectionTest::story);
        create(slugs.stream().map(CollectionTest::item).toArray(Map[]::new));
        var pool = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Integer>> movers = slugs.stream()
                    .<Callable<Integer>>map(
                            slug -> () -> move(slug, null).extract().statusCode())
                    .toList();
            for (Future<Integer> mover : pool.invokeAll(movers)) {
                assertThat(mover.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        List<String> now = as(Role.READER).get(COLLECTIONS + "/front-page").path("items.article.slug");
        assertThat(now).containsExactlyInAnyOrderElementsOf(slugs);
    }

    @Test
    void an_edition_is_shown_from_its_second_on_and_what_is_kept_expires_then() {
        story("A");
        story("B");
        create(item("a"));
        schedule("2026-03-01T12:00:05Z", item("b"), item("a"))
                .statusCode(201)
                .header("Location", containsString("/schedule/"))
                .body("items.article.slug", contains("b", "a"));
        as(Role.READER)
                .get(COLLECTIONS + "/front-page")
                .then()
                .body("nextEditionAt", equalTo("2026-03-01T12:00:05Z"))
                .body("items.article.slug", contains("a"));
        nobody().get("/v1/collections/front-page")
                .then()
                .header("Cache-Control", containsString("max-age=5"))
                .body("items.title", contains("A"));
        clock.stopAt(NOON.plusMillis(4_999));
        nobody().get("/v1/collections/front-page").then().body("items.title", contains("A"));
        clock.stopAt(NOON.plusSeconds(5));
        nobody().get("/v1/collections/front-page")
                .then()
                .body("items.title", contains("B", "A"))
                .body("updatedAt", equalTo("2026-03-01T12:00:05Z"));
        as(Role.READER).get(COLLECTIONS + "/front-page").then().body("nextEditionAt", nullValue());
        as(Role.READER).get(COLLECTIONS + "/front-page/schedule").then().body("items", empty());
    }

    @Test
    void who_read_a_collection_before_its_edition_began_writes_too_late_after_it() {
        story("A");
        story("B");
        create(item("a"));
        schedule("2026-03-01T12:00:05Z", item("b")).statusCode(201);
        String etag = as(Role.READER).get(COLLECTIONS + "/front-page").header("ETag");
        clock.stopAt(NOON.plusSeconds(5));
        put(etag, item("a"), item("b")).statusCode(412).header("ETag", "\"3\"");
        put("\"3\"", item("a"), item("b")).statusCode(200).header("ETag", "\"4\"");
        nobody().get("/v1/collections/front-page").then().body("items.title", contains("A", "B"));
    }

    @Test
    void a_change_of_today_leaves_the_editions_to_come_as_they_are() {
        story("A");
        story("B");
        create(item("a"));
        schedule("2026-03-01T13:00:00Z", item("b")).statusCode(201);
        put("*").statusCode(200).body("items", empty());
        clock.stopAt(NOON.plusSeconds(3600));
        nobody().get("/v1/collections/front-page").then().body("items.title", contains("B"));
    }

    @Test
    void editions_to_come_are_listed_in_order_and_cancelled_but_not_once_they_began() {
        story("A");
        create();
        String second = schedule("2026-03-01T14:00:00Z", item("a")).extract().path("id");
        String first = schedule("2026-03-01T13:00:00Z").extract().path("id");
        schedule("2026-03-01T13:00:00Z", item("a")).statusCode(409).body("type", endsWith("/edition-exists"));
        schedule("2026-03-01T12:00:00Z", item("a")).statusCode(422).body("type", endsWith("/edition-in-the-past"));
        schedule("2026-03-01T15:00:00Z", item("a"), item("a"))
                .statusCode(422)
                .body("errors.pointer", contains("#/items/1/article"));
        as(Role.READER).get(COLLECTIONS + "/front-page/schedule").then().body("items.id", contains(first, second));
        as(Role.READER)
                .get(COLLECTIONS + "/front-page/schedule/" + second)
                .then()
                .body("items.article.slug", contains("a"));
        cancel(second).statusCode(204);
        cancel(second).statusCode(404);
        clock.stopAt(NOON.plusSeconds(3600));
        cancel(first).statusCode(409).body("type", endsWith("/edition-begun"));
        as(Role.READER).get(COLLECTIONS + "/front-page").then().body("version", equalTo(5));
    }

    @Test
    void an_old_slug_leads_on_and_a_path_may_lead_to_a_collection() {
        create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("slug", "home"))
                .patch(COLLECTIONS + "/front-page")
                .then()
                .statusCode(200);
        nobody().redirects()
                .follow(false)
                .get("/v1/collections/front-page")
                .then()
                .statusCode(308);
        nobody().get("/v1/collections/front-page").then().statusCode(200).body("slug", equalTo("home"));
        as(Role.EDITOR)
                .body(Map.of("path", "/index.html", "collection", "home"))
                .post("/v1/manage/redirects")
                .then()
                .statusCode(201);
        nobody().get("/v1/resolve?path=/index.html")
                .then()
                .statusCode(200)
                .body("target.type", equalTo("collection"))
                .body("target.slug", equalTo("home"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete(COLLECTIONS + "/home")
                .then()
                .statusCode(204);
        nobody().get("/v1/collections/home").then().statusCode(404);
        nobody().get("/v1/resolve?path=/index.html").then().statusCode(404);
    }

    @Test
    void a_slug_that_is_taken_is_refused_and_one_made_of_the_name_gets_a_number() {
        create();
        create().body("slug", equalTo("front-page-2"));
        as(Role.EDITOR)
                .body(Map.of("name", "X", "slug", "front-page"))
                .post(COLLECTIONS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/slug-taken"));
    }

    @Test
    void a_purged_story_is_gone_from_all_collections_and_the_others_keep_their_order() {
        Stream.of("A", "B", "C").forEach(CollectionTest::story);
        create(item("a"), item("b"), item("c"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/b")
                .then()
                .statusCode(204);
        nobody().get("/v1/collections/front-page").then().body("items.title", contains("A", "C"));
        as(Role.ADMIN).post("/v1/manage/articles/b/purge").then().statusCode(204);
        as(Role.READER).get(COLLECTIONS + "/front-page").then().body("items.article.slug", contains("a", "c"));
        move("c", "a").body("items.article.slug", contains("c", "a"));
    }

    @Test
    void a_collection_costs_the_same_statements_whatever_it_holds() {
        List<Map<String, ?>> items = new ArrayList<>();
        create();
        int none = statements();
        for (int i = 0; i < 60; i++) {
            aStory().titled("S" + i)
                    .tagged("Sea", "Night")
                    .by("ines")
                    .published()
                    .create();
            items.add(item("s" + i));
        }
        put("*", items.toArray(Map[]::new)).statusCode(200).body("items", hasSize(60));
        assertThat(statements()).isEqualTo(none);
        nobody().get("/v1/collections/front-page").then().body("items", hasSize(60));
    }

    @Test
    void the_log_tells_of_each_change_with_what_caches_are_to_forget() {
        story("A");
        String id = create(item("a")).extract().path("id");
        move("a", null);
        put("*").statusCode(200);
        schedule("2026-03-01T13:00:00Z").statusCode(201);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete(COLLECTIONS + "/front-page")
                .then()
                .statusCode(204);
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=collection")
                .then()
                .body(
                        "items.action",
                        contains("collection.delete", "collection.schedule", "collection.update", "collection.create"))
                .body("items.thing.version", contains(4, 3, 2, 1))
                .body("items[0].groups", containsInAnyOrder("collection:" + id, "collections"));
    }

    private static int statements() {
        nobody().get("/v1/articles");
        int before = CountingDriver.executed();
        nobody().get("/v1/collections/front-page?include=authors,tags").then().statusCode(200);
        return CountingDriver.executed() - before;
    }

    private static String story(String title) {
        return aStory().titled(title)
                .published()
                .post()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, ?> item(String article) {
        return Map.of("article", article);
    }

    private static ValidatableResponse post(Map<?, ?>... items) {
        return as(Role.EDITOR)
                .body(Map.of("name", "Front page", "items", items))
                .post(COLLECTIONS)
                .then();
    }

    private static ValidatableResponse create(Map<?, ?>... items) {
        return post(items).statusCode(201);
    }

    private static ValidatableResponse put(String match, Map<?, ?>... items) {
        return as(Role.EDITOR)
                .header("If-Match", match)
                .body(Map.of("name", "Front page", "items", items))
                .put(COLLECTIONS + "/front-page")
                .then();
    }

    private static ValidatableResponse move(String article, @Nullable String before) {
        return as(Role.EDITOR)
                .body(before == null ? Map.of("article", article) : Map.of("article", article, "before", before))
                .post(COLLECTIONS + "/front-page/move")
                .then();
    }

    private static ValidatableResponse schedule(String startsAt, Map<?, ?>... items) {
        return as(Role.EDITOR)
                .body(Map.of("startsAt", startsAt, "items", items))
                .post(COLLECTIONS + "/front-page/schedule")
                .then();
    }

    private static ValidatableResponse cancel(String edition) {
        return as(Role.EDITOR)
                .delete(COLLECTIONS + "/front-page/schedule/" + edition)
                .then();
    }
}
