package dev.standfirst.delivery;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import dev.standfirst.testing.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class RelatedTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(NOON);
    }

    @Test
    void what_an_editor_chose_comes_first_and_in_order_and_suggestions_fill_the_rest() {
        story("Fog", 9, "Sea").create();
        story("Newest", 1).create();
        story("Tides", 5, "Sea").create();
        story("Horns", 8).by("ann").create();
        relate(
                "fog",
                Map.of("article", "horns", "relation", "background"),
                Map.of("url", "https://example.org/", "title", "A report", "publisher", "Port", "relation", "source"));
        get("fog")
                .body("items.origin", contains("chosen", "chosen", "suggested", "suggested"))
                .body("items.relation", contains("background", "source", "more", "more"))
                .body("items.article.title", contains("Horns", "Tides", "Newest"))
                .body("items[0].link", nullValue())
                .body("items[0].article", not(hasKey("authors")))
                .body("items[1].article", nullValue())
                .body("items[1].link.url", equalTo("https://example.org/"))
                .body("items[1].link.title", equalTo("A report"))
                .body("items[1].link.publisher", equalTo("Port"))
                .body("page", nullValue());
        titles("fog?limit=1").containsExactly("Horns");
        titles("fog?limit=3").containsExactly("Horns", "Tides");
        get("fog?include=authors,tags")
                .body("items[0].article.authors.slug", contains("ann"))
                .body("items[2].article.tags.name", contains("Sea"));
    }

    @Test
    void a_chosen_story_shows_from_its_moment_to_its_end() {
        story("Fog", 1).create();
        aStory().titled("Soon")
                .publishedAt(NOON.plusSeconds(4))
                .with("unpublishAt", NOON.plusSeconds(60).toString())
                .create();
        aStory().titled("Draft").create();
        relate("fog", Map.of("article", "soon"), Map.of("article", "draft"));
        get("fog").body("items", empty()).header("Cache-Control", containsString("max-age=4"));
        clock.advance(Duration.ofSeconds(4));
        get("fog").body("items.article.slug", contains("soon")).body("items.origin", contains("chosen"));
        clock.advance(Duration.ofSeconds(56));
        get("fog").body("items", empty());
    }

    @Test
    void a_chosen_story_in_another_language_shows_and_a_suggested_one_never_is_in_another() {
        story("Fog", 1, "Sea").create();
        story("Brume", 2, "Sea").with("language", "fr").create();
        story("British", 3, "Sea").with("language", "en-GB").create();
        titles("fog").isEmpty();
        relate("fog", Map.of("article", "brume"));
        titles("fog").containsExactly("Brume");
    }

    @Test
    void what_is_not_live_is_never_suggested_nor_is_the_story_itself() {
        story("Fog", 1, "Sea").create();
        aStory().titled("Draft").tagged("Sea").create();
        aStory().titled("Later").tagged("Sea").publishedAt(NOON.plusSeconds(60)).create();
        story("Ended", 2, "Sea").with("unpublishAt", NOON.toString()).create();
        String trashed = story("Binned", 3, "Sea").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/" + trashed)
                .then()
                .statusCode(204);
        titles("fog").isEmpty();
        story("Live", 4, "Sea").create();
        titles("fog").containsExactly("Live");
    }

    @Test
    void the_newest_fill_up_where_too_few_share_a_tag_and_equal_dates_go_by_id() {
        story("Fog", 1, "Sea").create();
        story("Old, but of the sea", 99, "Sea").create();
        story("Older", 3).create();
        story("Same moment, first", 2).create();
        story("Same moment, second", 2).create();
        titles("fog").containsExactly("Old, but of the sea", "Same moment, second", "Same moment, first", "Older");
        titles("older").hasSize(4).startsWith("Fog", "Same moment, second");
    }

    @Test
    void a_rare_tag_outweighs_two_common_ones_and_two_outweigh_one_of_the_kind() {
        story("Fog", 1, "Keepers", "City", "Harbour").create();
        story("Of the rare tag", 90, "Keepers").create();
        story("Of two common ones", 91, "City", "Harbour").create();
        IntStream.range(0, 60)
                .forEach(i -> story("Of one common one " + i, 10 + i, i % 2 == 0 ? "City" : "Harbour")
                        .create());
        IntStream.range(0, 30)
                .forEach(i -> story("Of both " + i, 200 + i, "City", "Harbour").create());
        titles("fog?limit=4").containsExactly("Of the rare tag", "Of two common ones", "Of both 0", "Of both 1");
    }

    @Test
    void only_the_ten_rarest_tags_of_a_story_count() {
        String[] rare = IntStream.range(0, 10).mapToObj(i -> "Rare " + i).toArray(String[]::new);
        story("Fog", 1, rare).create();
        story("Horns", 2, "Common").create();
        story("Newer", 3).create();
        story("Of the common tag", 4, "Common").create();
        story("Of a rare tag", 5, "Rare 9").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of(
                        "tags",
                        IntStream.range(-1, 10)
                                .mapToObj(i -> i < 0 ? "Common" : rare[i])
                                .toList()))
                .patch("/v1/manage/articles/fog")
                .then()
                .statusCode(200);
        titles("fog").containsExactly("Of a rare tag", "Horns", "Newer", "Of the common tag");
    }

    @Test
    void the_same_content_at_the_same_moment_gives_the_same_answer() {
        story("Fog", 1, "Sea", "City").create();
        IntStream.range(0, 12)
                .forEach(
                        i -> story("Story " + i, 2, i % 2 == 0 ? "Sea" : "City").create());
        String tag = get("fog?limit=20").body("items", hasSize(12)).extract().header("ETag");
        get("fog?limit=20").header("ETag", equalTo(tag));
        nobody().header("If-None-Match", tag)
                .get("/v1/articles/fog/related?limit=20")
                .then()
                .statusCode(304);
    }

    @Test
    void what_is_asked_wrongly_is_refused() {
        story("Fog", 1).create();
        for (String query :
                List.of("limit=0", "limit=21", "limit=x", "include=body", "page=2", "after=x", "count=exact")) {
            nobody().get("/v1/articles/fog/related?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", contains(query.replaceFirst("=.*", "")));
        }
    }

    @Test
    void only_of_a_live_story_is_it_told_what_is_related() {
        String draft = aStory().titled("Draft").post().extract().path("id");
        relate("draft", Map.of("url", "https://example.org/", "title", "A secret"));
        nobody().get("/v1/articles/draft/related").then().statusCode(404);
        nobody().get("/v1/articles/" + draft + "/related").then().statusCode(404);
        nobody().get("/v1/articles/nothing/related").then().statusCode(404);
        story("Fog", 1).with("unpublishAt", NOON.plusSeconds(1).toString()).create();
        get("fog").body("items", empty());
        clock.advance(Duration.ofSeconds(1));
        nobody().get("/v1/articles/fog/related").then().statusCode(410);
    }

    @Test
    void an_old_slug_leads_to_what_is_related_to_the_story_and_the_id_does_without_going_anywhere() {
        String id = story("Fog", 2).post().extract().path("id");
        story("Horns", 1).create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("slug", "mist"))
                .patch("/v1/manage/articles/fog")
                .then()
                .statusCode(200);
        String location = nobody().redirects()
                .follow(false)
                .get("/v1/articles/fog/related?limit=1")
                .then()
                .statusCode(308)
                .extract()
                .header("Location");
        assertThat(location).endsWith("/related?limit=1");
        nobody().get(location).then().statusCode(200).body("items.article.title", contains("Horns"));
        get(id).body("items.article.title", contains("Horns"));
    }

    /** A story that went live some minutes ago. */
    private static Story story(String title, int minutesAgo, String... tags) {
        return aStory().titled(title).tagged(tags).publishedAt(NOON.minus(Duration.ofMinutes(minutesAgo)));
    }

    private static void relate(String story, Object... links) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("items", List.of(links)))
                .put("/v1/manage/articles/" + story + "/related")
                .then()
                .statusCode(200);
    }

    private static ListAssert<String> titles(String storyAndQuery) {
        List<String> titles = get(storyAndQuery).extract().path("items.article.title");
        return assertThat(titles);
    }

    private static ValidatableResponse get(String storyAndQuery) {
        String[] parts = storyAndQuery.split("\\?", 2);
        return nobody().get("/v1/articles/" + parts[0] + "/related" + (parts.length > 1 ? "?" + parts[1] : ""))
                .then()
                .statusCode(200);
    }
}
