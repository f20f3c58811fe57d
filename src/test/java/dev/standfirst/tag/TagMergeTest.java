package dev.standfirst.tag;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.HeldLock;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class TagMergeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    DataSource database;

    @Inject
    SettableClock clock;

    @Test
    void every_article_that_had_the_one_has_the_other_once_at_the_earlier_place_and_does_not_change() {
        clock.stopAt(NOON);
        aStory().titled("One").tagged("Old", "Sky").publishedAt(NOON).create();
        aStory().titled("Two").tagged("Old", "Sky", "New").publishedAt(NOON).create();
        aStory().titled("Three").tagged("New", "Sky", "Old").publishedAt(NOON).create();
        aStory().titled("Four").tagged("Sky", "Old").create();
        aStory().titled("Five").tagged("Sky").publishedAt(NOON).create();
        clock.advance(Duration.ofHours(1));
        merge("old", "new").statusCode(200).body("slug", equalTo("new")).header("ETag", "\"2\"");
        Map<String, List<String>> tags = Map.of(
                "one", List.of("new", "sky"),
                "two", List.of("new", "sky"),
                "three", List.of("new", "sky"),
                "four", List.of("sky", "new"),
                "five", List.of("sky"));
        tags.forEach((slug, expected) -> as(Role.READER)
                .get("/v1/manage/articles/" + slug)
                .then()
                .body("tags.slug", equalTo(expected))
                .body("version", equalTo(1))
                .body("updatedAt", equalTo(NOON.toString())));
        nobody().get("/v1/articles?tag=new&include=tags")
                .then()
                .body("items.title", containsInAnyOrder("One", "Two", "Three"));
        nobody().get("/v1/articles?tag=old").then().body("items.title", containsInAnyOrder("One", "Two", "Three"));
        nobody().get("/v1/tags/new?include=counts").then().body("articleCount", equalTo(3));
        as(Role.READER).get("/v1/manage/tags/new").then().body("updatedAt", equalTo("2026-03-01T13:00:00Z"));
    }

    @Test
    void the_other_keeps_what_it_has_and_takes_what_it_has_not() {
        create("Old", "place", "Where ships lie");
        create("New", "topic", null);
        merge("old", "new")
                .body("name", equalTo("New"))
                .body("kind", equalTo("place"))
                .body("description", equalTo("Where ships lie"));
        create("Older", "series", "A series");
        merge("older", "new").body("kind", equalTo("place")).body("description", equalTo("Where ships lie"));
    }

    @Test
    void all_addresses_of_the_one_lead_to_the_other_its_id_and_its_old_slugs_too() {
        aStory().tagged("Oldest", "New").published().create();
        patch("oldest", Map.of("slug", "older"));
        String old = id("older");
        String kept = id("new");
        as(Role.EDITOR).body(Map.of("path", "/topics/old/", "tag", "older")).post("/v1/manage/redirects");
        merge(old, kept).statusCode(200);
        for (String ref : List.of("oldest", "older", old)) {
            nobody().redirects()
                    .follow(false)
                    .get("/v1/tags/" + ref)
                    .then()
                    .statusCode(308)
                    .header("Location", equalTo("/v1/tags/" + kept));
        }
        nobody().get("/v1/resolve?path=/topics/old").then().body("target.slug", equalTo("new"));
        nobody().get("/v1/redirects?kind=tag").then().body("items.source", containsInAnyOrder("oldest", "older", old));
        as(Role.READER).get("/v1/manage/tags/" + old).then().statusCode(404);

        create("Newest", "topic", null);
        merge("new", "newest").statusCode(200);
        for (String ref : List.of("oldest", "older", old, "new", kept)) {
            nobody().get("/v1/tags/" + ref).then().statusCode(200).body("slug", equalTo("newest"));
        }
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=redirect")
                .then()
                .body("items.action", contains("redirect.update", "redirect.update", "redirect.create"));
    }

    @Test
    void a_merge_is_in_the_log_for_both() {
        create("Old", "topic", null);
        create("New", "topic", null);
        String old = id("old");
        String kept = id("new");
        merge("old", "new");
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=tag&limit=2")
                .then()
                .body("items.action", contains("tag.update", "tag.merge"))
                .body("items.thing.id", contains(kept, old))
                .body("items.thing.version", contains(2, 2))
                .body("items[0].groups", containsInAnyOrder("tag:" + kept, "tag:" + old, "tags", "articles"))
                .body("items[1].groups", containsInAnyOrder("tag:" + kept, "tag:" + old, "tags", "articles"));
    }

    @Test
    void drafts_that_use_an_old_slug_or_the_name_of_a_merged_tag_get_the_tag_that_it_leads_to() {
        create("Café culture!", "topic", null);
        patch("cafe-culture", Map.of("slug", "coffee"));
        create("Deep Sea", "topic", null);
        patch("deep-sea", Map.of("slug", "abyss", "name", "Abyss"));
        create("New", "topic", null);
        merge("coffee", "new");
        aStory().tagged("cafe-culture").post().body("tags.slug", contains("new"));
        aStory().tagged("CAFÉ_culture!").post().body("tags.slug", contains("new"));
        aStory().tagged("coffee", "Coffee", "new").post().body("tags.slug", contains("new"));
        aStory().tagged("deep-sea").post().body("tags.slug", contains("abyss"));
        aStory().tagged("Deep sea").post().body("tags.slug", contains("abyss"));
        as(Role.AUTHOR)
                .body(aStory().tagged("coffee").draft())
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
        as(Role.READER).get("/v1/manage/tags").then().body("items", hasSize(2));

        as(Role.EDITOR)
                .body(Map.of("name", "Coffee"))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201)
                .body("slug", equalTo("coffee"));
        aStory().tagged("coffee").post().body("tags.name", contains("Coffee"));
        nobody().get("/v1/tags/coffee").then().statusCode(404);
    }

    @Test
    void names_that_only_give_an_old_slug_are_other_tags() {
        create("C++", "topic", null);
        patch("c", Map.of("slug", "cpp"));
        aStory().tagged("C#", "C++").post().body("tags.name", contains("C#", "C++"));
    }

    @Test
    void an_upsert_that_names_the_merged_tag_again_writes_nothing() {
        var story = aStory().tagged("Old", "Sky").with("externalRef", Map.of("source", "w", "id", "1"));
        String upsert = "/v1/manage/articles?upsert=true";
        as(Role.IMPORTER).body(story.draft()).post(upsert).then().statusCode(201);
        create("New", "topic", null);
        merge("old", "new");
        as(Role.IMPORTER)
                .body(story.draft())
                .post(upsert)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("tags.slug", contains("new", "sky"));
    }

    @Test
    void a_merge_into_itself_into_none_and_into_one_that_is_another_now_are_told_apart() {
        create("Old", "topic", null);
        create("New", "topic", null);
        create("Other", "topic", null);
        String old = id("old");
        merge("old", "old")
                .statusCode(422)
                .body("type", equalTo("/problems/merge-into-itself"))
                .body("errors.pointer", contains("#/into"));
        merge("old", old).statusCode(422).body("type", equalTo("/problems/merge-into-itself"));
        merge("old", "none")
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-tag"))
                .body("errors.pointer", contains("#/into"));
        merge("none", "old").statusCode(404);
        merge("old", "").statusCode(422).body("errors.pointer", contains("#/into"));
        merge("old", "new").statusCode(200);
        for (String ref : List.of("old", old)) {
            merge("other", ref)
                    .statusCode(409)
                    .body("type", equalTo("/problems/tag-merged"))
                    .body("detail", containsString(id("new")))
                    .body("errors.pointer", contains("#/into"));
            merge(ref, "other").statusCode(409).body("type", equalTo("/problems/tag-merged"));
            merge("new", ref).statusCode(409);
        }
        as(Role.READER).get("/v1/manage/tags").then().body("items.slug", contains("new", "other"));
    }

    @Test
    void of_two_writers_who_merge_two_tags_into_each_other_at_once_one_wins_and_nothing_is_lost() throws Exception {
        aStory().titled("One").tagged("A").published().create();
        aStory().titled("Two").tagged("B").published().create();
        String a = id("a");
        String b = id("b");
        CompletableFuture<ExtractableResponse<Response>> first;
        CompletableFuture<ExtractableResponse<Response>> second;
        try (HeldLock row = row(a)) {
            first = row.andWaiting(1, () -> merge("a", "b").extract());
            second = row.andWaiting(2, () -> merge("b", "a").extract());
        }
        var answers = Stream.of(first.join(), second.join())
                .sorted((one, other) -> one.statusCode() - other.statusCode())
                .toList();
        assertThat(answers).extracting(ExtractableResponse::statusCode).containsExactly(200, 409);
        String kept = answers.get(0).path("id");
        assertThat(answers.get(1).<String>path("type")).isEqualTo("/problems/tag-merged");
        assertThat(answers.get(1).<String>path("detail")).contains(kept);
        for (String ref : List.of("a", "b", a, b)) {
            nobody().get("/v1/tags/" + ref).then().statusCode(200).body("id", equalTo(kept));
        }
        nobody().get("/v1/articles?include=tags").then().body("items.tags.id", contains(List.of(kept), List.of(kept)));
        as(Role.READER).get("/v1/manage/tags").then().body("items", hasSize(1));
    }

    @Test
    void a_merge_into_a_tag_that_is_merged_while_it_waits_is_refused_and_says_where_that_went() throws Exception {
        List.of("A", "B", "C").forEach(name -> create(name, "topic", null));
        CompletableFuture<Integer> first;
        CompletableFuture<ExtractableResponse<Response>> second;
        try (HeldLock row = row(id("b"))) {
            first = row.andWaiting(1, () -> merge("b", "c").extract().statusCode());
            second = row.andWaiting(2, () -> merge("a", "b").extract());
        }
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join().statusCode()).isEqualTo(409);
        assertThat(second.join().<String>path("detail")).contains(id("c"));
        as(Role.READER).get("/v1/manage/tags").then().body("items.slug", contains("a", "c"));
    }

    @Test
    void stories_that_are_written_while_their_tag_is_merged_have_the_other() throws Exception {
        aStory().titled("One").tagged("Old").published().create();
        aStory().titled("Two").tagged("Old").create();
        create("New", "topic", null);
        CompletableFuture<Integer> merged;
        CompletableFuture<Integer> created;
        CompletableFuture<Integer> refusedToCreate;
        CompletableFuture<Integer> changed;
        CompletableFuture<Integer> trashed;
        try (HeldLock row = row(id("new"))) { // the older one is locked before it
            merged = row.andWaiting(1, () -> merge("old", "new").extract().statusCode());
            created = row.andWaiting(
                    2, () -> aStory().tagged("old").post().extract().statusCode());
            refusedToCreate = row.andWaiting(
                    3,
                    () -> as(Role.EDITOR)
                            .body(aStory().titled("Three").tagged("Old").draft())
                            .post("/v1/manage/articles?createTags=false")
                            .statusCode());
            changed = row.andWaiting(
                    4,
                    () -> as(Role.EDITOR)
                            .header("If-Match", "*")
                            .body("{\"title\":\"Uno\"}")
                            .patch("/v1/manage/articles/one")
                            .statusCode());
            trashed = row.andWaiting(
                    5,
                    () -> as(Role.EDITOR)
                            .header("If-Match", "*")
                            .delete("/v1/manage/articles/two")
                            .statusCode());
        }
        assertThat(Stream.of(merged, created, refusedToCreate, changed, trashed).map(CompletableFuture::join))
                .containsExactly(200, 201, 201, 200, 204);
        as(Role.READER)
                .get("/v1/manage/articles?tag=new")
                .then()
                .body("items.title", containsInAnyOrder("A story", "Three", "Uno", "Two"));
        as(Role.READER).get("/v1/manage/tags").then().body("items", hasSize(1));
    }

    @Test
    void a_draft_that_waits_for_the_tag_that_its_old_slug_leads_to_follows_it_when_it_is_merged_too() throws Exception {
        List.of("A", "B", "C").forEach(name -> create(name, "topic", null));
        merge("a", "b").statusCode(200);
        CompletableFuture<Integer> merged;
        CompletableFuture<ExtractableResponse<Response>> created;
        try (HeldLock row = row(id("c"))) {
            merged = row.andWaiting(1, () -> merge("b", "c").extract().statusCode());
            created = row.andWaiting(2, () -> aStory().tagged("a").post().extract());
        }
        assertThat(merged.join()).isEqualTo(200);
        assertThat(created.join().<List<String>>path("tags.slug")).containsExactly("c");
    }

    private HeldLock row(String tag) throws SQLException {
        return HeldLock.take(database, "select from tag where id = ? for update", UUID.fromString(tag));
    }

    private static ValidatableResponse merge(String ref, String into) {
        return as(Role.EDITOR)
                .body(Map.of("into", into))
                .post("/v1/manage/tags/" + ref + "/merge")
                .then();
    }

    private static void create(String name, String kind, @Nullable String description) {
        Map<String, String> draft = new HashMap<>(Map.of("name", name, "kind", kind));
        if (description != null) {
            draft.put("description", description);
        }
        as(Role.EDITOR).body(draft).post("/v1/manage/tags").then().statusCode(201);
    }

    private static void patch(String slug, Map<String, String> patch) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/manage/tags/" + slug)
                .then()
                .statusCode(200);
    }

    private static String id(String slug) {
        return as(Role.READER)
                .get("/v1/manage/tags/" + slug)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}
