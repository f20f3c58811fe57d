package dev.standfirst.article;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Story.aStory;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class ArticleResourceTest {

    @Test
    void a_story_with_a_tag_of_the_longest_slug_can_be_changed() {
        String slug = "y".repeat(200);
        as(Role.EDITOR)
                .body(Map.of("slug", slug, "name", "Long"))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201);
        String id = as(Role.EDITOR)
                .body(Map.of("title", "x", "tags", List.of("Long")))
                .post("/v1/manage/articles")
                .path("id");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "Now"))
                .patch("/v1/manage/articles/" + id)
                .then()
                .statusCode(200)
                .body("tags.slug", contains(slug));
    }

    @Test
    void one_post_creates_and_publishes_a_story_with_new_tags_and_known_authors() {
        as(Role.EDITOR).body(Map.of("slug", "harbour", "name", "The Harbour")).post("/v1/manage/tags");
        aStory().titled("Fog over the harbour")
                .by("ines")
                .tagged("harbour", "Weather", "the harbour")
                .reading("It was *there*.")
                .published()
                .post()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern("/v1/manage/articles/[0-9a-f-]{36}"))
                .body("slug", equalTo("fog-over-the-harbour"))
                .body("status", equalTo("published"))
                .body("publishedAt", notNullValue())
                .body("authors.slug", contains("ines"))
                .body("tags.slug", contains("harbour", "weather"))
                .body("tags.name", contains("The Harbour", "Weather"))
                .body("body.html", containsString("<em>there</em>"));
        as(Role.READER).get("/v1/manage/tags/weather").then().statusCode(200).body("kind", equalTo("topic"));
    }

    @Test
    void unknown_tags_are_refused_when_none_may_be_created_and_nothing_is_kept() {
        as(Role.EDITOR)
                .body(aStory().tagged("nowhere").draft())
                .post("/v1/manage/articles?createTags=false")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-tag"))
                .body("errors.pointer", contains("#/tags/0"));
        as(Role.AUTHOR)
                .body(aStory().tagged("nowhere").draft())
                .post("/v1/manage/articles")
                .then()
                .statusCode(422);
        as(Role.READER).get("/v1/manage/articles").then().body("items", empty());
        as(Role.READER).get("/v1/manage/tags").then().body("items", empty());
    }

    @Test
    void an_unknown_author_is_refused_at_its_place() {
        aStory().with("authors", List.of("nobody"))
                .post()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-author"))
                .body("errors.pointer", contains("#/authors/0"));
    }

    @Test
    void an_upsert_creates_then_updates_and_an_unchanged_one_writes_nothing() {
        Story story = aStory().with("externalRef", Map.of("source", "wordpress", "id", "7"))
                .published()
                .tagged("Sea");
        upsert(story).statusCode(201).header("ETag", "\"1\"");
        String updatedAt =
                upsert(story).statusCode(200).header("ETag", "\"1\"").extract().path("updatedAt");
        long changes = changes();
        upsert(story).statusCode(200).body("updatedAt", equalTo(updatedAt));
        upsert(story.titled("Another title"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("slug", equalTo("a-story"));
        assertThat(changes()).isEqualTo(changes + 1);
        as(Role.READER).get("/v1/manage/articles").then().body("items", hasSize(1));
    }

    @Test
    void a_story_of_fifty_thousand_paragraphs_is_stored_before_its_client_gives_up() {
        String paragraphs =
                IntStream.range(0, 50_000).mapToObj(i -> "p" + i + "\n\n").collect(joining());
        aStory().reading(paragraphs).post().statusCode(201).body("body.wordCount", equalTo(50_000));
    }

    @Test
    void of_many_stories_of_one_title_each_gets_a_number_that_is_free() {
        for (int number : List.of(10, 11, 13, 17, 25, 41, 73, 9, 8, 7, 6, 5, 3, 2)) {
            aStory().with("slug", "a-story-" + number).create();
        }
        aStory().post().body("slug", equalTo("a-story"));
        aStory().post().body("slug", equalTo("a-story-4"));
        aStory().post().body("slug", equalTo("a-story-74"));
        for (int number = 75; number < 100; number++) {
            aStory().post().body("slug", equalTo("a-story-" + number));
        }
    }

    @Test
    void a_second_story_of_one_external_reference_is_refused_without_upsert() {
        Story story = aStory().with("externalRef", Map.of("source", "wordpress", "id", "7"));
        story.create();
        story.post().statusCode(409).body("type", equalTo("/problems/external-ref-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Crème brûlée à l’œuvre|creme-brulee-a-loeuvre",
                "Погода в гавани|pogoda-v-gavani",
                "Τα σφουγγάρια|ta-sphoungaria",
            })
    void a_slug_is_made_of_the_title(String title, String slug) {
        aStory().titled(title).post().statusCode(201).body("slug", equalTo(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"港の灯台", "今日的天气", "🙂🙂"})
    void a_title_in_any_script_gets_a_usable_slug(String title) {
        aStory().titled(title).post().statusCode(201).body("slug", matchesPattern("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void a_slug_made_of_a_title_that_is_taken_gets_a_number_and_a_given_one_is_refused() {
        aStory().post().body("slug", equalTo("a-story"));
        aStory().post().body("slug", equalTo("a-story-2"));
        aStory().with("slug", "a-story")
                .post()
                .statusCode(409)
                .body("type", equalTo("/problems/slug-taken"))
                .body("errors.pointer", contains("#/slug"));
    }

    @Test
    void a_patch_changes_what_it_names_and_removes_what_it_sets_to_null() {
        String slug =
                aStory().with("kicker", "News").with("standfirst", "It is").create();
        as(Role.EDITOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"kicker\":null,\"title\":\"Better\"}")
                .patch("/v1/manage/articles/" + slug)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("kicker", nullValue())
                .body("standfirst", equalTo("It is"))
                .body("title", equalTo("Better"))
                .body("slug", equalTo(slug));
    }

    @Test
    void members_of_the_sites_own_come_back_as_they_were_sent_and_are_patched_member_by_member() {
        String path = "/v1/manage/articles/"
                + aStory().with("custom", Map.of("sponsor", Map.of("name", "Ropes & Sons", "until", "May")))
                        .create();
        patch(
                        path,
                        "{\"custom\":{\"sponsor\":{\"until\":null},\"gone\":null,\"deep\":{\"a\":{\"b\":null}},\"price\":1.10}}")
                .statusCode(200)
                .body("custom", not(hasKey("gone")))
                .body("custom.sponsor", equalTo(Map.of("name", "Ropes & Sons")))
                .body("custom.deep.a", anEmptyMap());
        assertThat(as(Role.READER).get(path).asString()).contains("\"price\":1.10");
        patch(path, "{\"custom\":null}").statusCode(200).body("custom", anEmptyMap());
        patch(path, "{\"kickr\":null,\"seo\":{\"titel\":null}}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/kickr", "#/seo/titel"));
    }

    @Test
    void an_upsert_with_the_same_members_of_its_own_is_unchanged_to_the_last_digit() {
        String draft =
                "{\"title\":\"A\",\"externalRef\":{\"source\":\"w\",\"id\":\"1\"},\"custom\":{\"b\":1.10,\"a\":[1e2,0.1,12345678901234567890123]}}";
        for (String etag : List.of("\"1\"", "\"1\"")) {
            as(Role.IMPORTER)
                    .body(draft)
                    .post("/v1/manage/articles?upsert=true")
                    .then()
                    .header("ETag", etag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "tags", "authors"})
    void members_of_the_sites_own_are_bounded_in_size_and_depth_and_hold_only_text_that_can_be_stored(String things) {
        String name = things.equals("articles") ? "title" : "name";
        for (String custom : List.of(
                "{\"a\":\"" + "x".repeat(17_000) + "\"}", "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")) {
            as(Role.EDITOR)
                    .body("{\"%s\":\"A\",\"custom\":%s}".formatted(name, custom))
                    .post("/v1/manage/" + things)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("#/custom"))
                    .body("errors.code", contains("free-form"));
        }
        as(Role.EDITOR)
                .body("{\"%s\":\"A\",\"custom\":{\"a\":[{\"b/c\":\"\\u0000\"}]}}".formatted(name))
                .post("/v1/manage/" + things)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("#/custom/a/0/b~1c"));
        as(Role.EDITOR)
                .body("{\"%s\":\"A\",\"custom\":{\"n\":1e400}}".formatted(name))
                .post("/v1/manage/" + things)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/custom/n"));
        as(Role.EDITOR)
                .body("{\"%s\":\"A\",\"custom\":{\"n\":1e999999999999}}".formatted(name))
                .post("/v1/manage/" + things)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
        as(Role.EDITOR)
                .body("{\"%s\":\"A\",\"custom\":[]}".formatted(name))
                .post("/v1/manage/" + things)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/custom"));
        as(Role.READER).get("/v1/manage/" + things).then().body("items", empty());
    }

    @Test
    void a_put_replaces_all_but_slug_status_and_date_when_it_leaves_them_out() {
        String slug = aStory().with("kicker", "News").published().create();
        String publishedAt = as(Role.READER).get("/v1/manage/articles/" + slug).path("publishedAt");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("title", "New"))
                .put("/v1/manage/articles/" + slug)
                .then()
                .statusCode(200)
                .body("kicker", nullValue())
                .body("status", equalTo("published"))
                .body("publishedAt", equalTo(publishedAt))
                .body("slug", equalTo(slug));
    }

    @Test
    void a_write_without_a_version_or_with_a_stale_one_is_refused() {
        String path = "/v1/manage/articles/" + aStory().create();
        as(Role.EDITOR).body(aStory().draft()).put(path).then().statusCode(428);
        as(Role.EDITOR)
                .header("If-Match", "\"7\"")
                .body(aStory().draft())
                .put(path)
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"")
                .body("type", endsWith("version-is-stale"));
        as(Role.EDITOR).delete(path).then().statusCode(428);
    }

    @Test
    void a_story_goes_to_the_trash_comes_back_as_a_draft_and_is_purged_by_an_administrator() {
        String path = "/v1/manage/articles/" + aStory().published().create();
        as(Role.EDITOR).header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        as(Role.READER).get(path).then().body("status", equalTo("trash")).header("ETag", "\"2\"");
        patch(path, "{\"title\":\"x\"}").statusCode(409).body("type", equalTo("/problems/article-in-trash"));
        as(Role.EDITOR).post(path + "/restore").then().statusCode(200).body("status", equalTo("draft"));
        as(Role.ADMIN)
                .post(path + "/purge")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/article-not-in-trash"));
        as(Role.EDITOR).header("If-Match", "*").delete(path).then().statusCode(204);
        as(Role.EDITOR).post(path + "/purge").then().statusCode(403);
        as(Role.ADMIN).post(path + "/purge").then().statusCode(204);
        as(Role.READER).get(path).then().statusCode(404);
    }

    @Test
    void an_author_writes_drafts_but_neither_publishes_nor_touches_what_is_published() {
        as(Role.AUTHOR)
                .body(aStory().draft())
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
        as(Role.AUTHOR)
                .body(aStory().published().draft())
                .post("/v1/manage/articles")
                .then()
                .statusCode(403);
        String path =
                "/v1/manage/articles/" + aStory().titled("Out").published().create();
        as(Role.AUTHOR)
                .header("If-Match", "*")
                .body(aStory().draft())
                .put(path)
                .then()
                .statusCode(403);
        as(Role.AUTHOR).header("If-Match", "*").delete(path).then().statusCode(403);
    }

    @Test
    void what_is_trashed_by_status_or_ends_before_it_begins_is_refused() {
        aStory().with("status", "trash").post().statusCode(422).body("errors.pointer", contains("#/status"));
        aStory().published()
                .with("publishedAt", "2026-01-02T00:00:00Z")
                .with("unpublishAt", "2026-01-01T00:00:00Z")
                .post()
                .statusCode(422)
                .body("errors.pointer", contains("#/unpublishAt"));
    }

    @Test
    void each_write_is_in_the_audit_trail_with_who_what_and_version() {
        String path = "/v1/manage/articles/" + aStory().create();
        patch(path, "{\"status\":\"published\"}").statusCode(200);
        patch(path, "{\"status\":\"draft\"}").statusCode(200);
        as(Role.EDITOR)
                .queryParam("type", "article")
                .get("/v1/manage/changes")
                .then()
                .statusCode(200)
                .body("items.action", contains("article.unpublish", "article.publish", "article.create"))
                .body("items.thing.version", contains(3, 2, 1))
                .body("items.actor.name", contains("The editor", "The editor", "The editor"));
    }

    @Test
    void a_list_is_filtered_and_walked_to_its_end() {
        for (int i = 0; i < 5; i++) {
            aStory().titled("Draft " + i).tagged("Sea").create();
        }
        aStory().titled("Out").tagged("Land").published().create();
        list("status=published").body("items.title", contains("Out"));
        list("tag=sea&sort=title").body("items.title", contains("Draft 0", "Draft 1", "Draft 2", "Draft 3", "Draft 4"));
        list("tag=none").body("items", empty());
        list("count=exact").body("page.total", equalTo(6)).body("page.totalIsEstimate", equalTo(false));
        String next =
                list("sort=title&limit=4").body("items", hasSize(4)).extract().path("page.next");
        as(Role.READER)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.title", contains("Draft 4", "Out"))
                .body("page.next", nullValue());
    }

    @Test
    void stories_that_come_at_once_with_the_same_new_tags_share_them() {
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> i % 2 == 0 ? aStory().tagged("Fog Bank", "🌊") : aStory().tagged("🌊", "fog-bank"))
                .map(story -> story.post().extract().statusCode())
                .toList();
        assertThat(answers).containsOnly(201);
        as(Role.READER).get("/v1/manage/tags").then().body("items", hasSize(2));
    }

    @Test
    void names_that_only_begin_alike_or_differ_in_signs_are_different_tags() {
        aStory().tagged("word ".repeat(18) + "one", "word ".repeat(18) + "two", "C++", "C#")
                .post()
                .statusCode(201)
                .body("tags", hasSize(4));
    }

    @Test
    void a_tag_in_use_is_not_deleted() {
        aStory().tagged("Sea").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/tags/sea")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/tag-in-use"));
        as(Role.EDITOR)
                .body(Map.of("name", "Land"))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201);
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .delete("/v1/manage/tags/land")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse upsert(Story story) {
        return as(Role.IMPORTER)
                .body(story.draft())
                .post("/v1/manage/articles?upsert=true")
                .then();
    }

    private static ValidatableResponse patch(String path, String patch) {
        return as(Role.EDITOR).header("If-Match", "*").body(patch).patch(path).then();
    }

    private static ValidatableResponse list(String query) {
        return as(Role.READER).get("/v1/manage/articles?" + query).then().statusCode(200);
    }

    private static long changes() {
        List<Object> items = as(Role.ADMIN).get("/v1/manage/changes?limit=100").path("items");
        return items.size();
    }
}
