package dev.standfirst.delivery;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    @Test
    void a_story_is_not_there_a_second_before_its_time_and_there_a_second_later() {
        clock.stopAt(NOON);
        String slug = aStory().publishedAt(NOON.plusSeconds(1)).create();
        get("/v1/articles/" + slug).statusCode(404);
        get("/v1/articles").body("items", empty());
        clock.advance(Duration.ofSeconds(1));
        get("/v1/articles/" + slug).statusCode(200);
        get("/v1/articles").body("items.slug", contains(slug));
    }

    @Test
    void a_story_that_ended_is_gone_at_its_moment() {
        clock.stopAt(NOON);
        String slug = aStory().publishedAt(NOON)
                .with("unpublishAt", NOON.plusSeconds(60).toString())
                .create();
        get("/v1/articles/" + slug).statusCode(200);
        clock.advance(Duration.ofSeconds(60));
        get("/v1/articles/" + slug).statusCode(410).body("type", equalTo("/problems/gone"));
        get("/v1/articles").body("items", empty());
    }

    @Test
    void drafts_scheduled_and_trashed_stories_are_nowhere_in_delivery() {
        clock.stopAt(NOON);
        aStory().titled("Draft").by("ann").tagged("Drafted").create();
        aStory().titled("Later")
                .by("bob")
                .tagged("Scheduled")
                .publishedAt(NOON.plusSeconds(60))
                .create();
        String trashed = aStory().titled("Binned").by("cat").tagged("Trashed").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/" + trashed)
                .then()
                .statusCode(204);
        List<String> ids = as(Role.READER).get("/v1/manage/articles").path("items.id");

        get("/v1/articles?count=exact").body("items", empty()).body("page.total", equalTo(0));
        get("/v1/articles?id=" + String.join(",", ids)).body("items", empty());
        get("/v1/tags?count=exact").body("items", empty()).body("page.total", equalTo(0));
        get("/v1/authors?count=exact").body("items", empty()).body("page.total", equalTo(0));
        for (String path : List.of("draft", "later", "binned")) {
            get("/v1/articles/" + path).statusCode(404);
        }
        ids.forEach(id -> get("/v1/articles/" + id).statusCode(404));
        for (String tag : List.of("drafted", "scheduled", "trashed")) {
            get("/v1/tags/" + tag).statusCode(404);
            get("/v1/articles?tag=" + tag).body("items", empty());
        }
        for (String author : List.of("ann", "bob", "cat")) {
            get("/v1/authors/" + author).statusCode(404);
            get("/v1/articles?author=" + author).body("items", empty());
        }
    }

    @Test
    void what_was_public_is_gone_and_not_unknown_also_when_it_is_purged() {
        String slug = aStory().published().create();
        String id = get("/v1/articles/" + slug).statusCode(200).extract().path("id");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/" + slug)
                .then()
                .statusCode(204);
        get("/v1/articles/" + slug).statusCode(410);
        get("/v1/articles/" + id).statusCode(410);
        as(Role.ADMIN).post("/v1/manage/articles/" + slug + "/purge").then().statusCode(204);
        get("/v1/articles/" + slug).statusCode(410);
        get("/v1/articles/" + id).statusCode(410);
        assertThat(aStory().published().create()).isEqualTo(slug + "-2");
        get("/v1/articles/" + slug).statusCode(410);
        aStory().with("slug", slug).published().create();
        get("/v1/articles/" + slug).statusCode(200);
    }

    @Test
    void an_old_slug_of_a_live_story_leads_to_the_new_one_with_its_query() {
        String slug = aStory().published().create();
        String id = get("/v1/articles/" + slug).extract().path("id");
        patch(slug, "{\"slug\":\"renamed\"}");
        nobody().redirects()
                .follow(false)
                .get("/v1/articles/" + slug + "?body=text")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/v1/articles/" + id + "?body=text"));
        get("/v1/articles/" + slug).statusCode(200).body("slug", equalTo("renamed"));
        patch("renamed", "{\"status\":\"draft\"}");
        get("/v1/articles/" + slug).statusCode(410);
    }

    @Test
    void an_old_slug_of_a_story_that_was_never_public_tells_nothing() {
        String slug = aStory().create();
        patch(slug, "{\"slug\":\"renamed\"}");
        get("/v1/articles/" + slug).statusCode(404);
        get("/v1/articles/renamed").statusCode(404);
    }

    @Test
    void a_new_story_may_take_an_old_slug_and_ends_what_led_from_it() {
        String slug = aStory().published().create();
        patch(slug, "{\"slug\":\"renamed\"}");
        aStory().titled("The second").with("slug", slug).published().create();
        get("/v1/articles/" + slug).statusCode(200).body("title", equalTo("The second"));
    }

    @Test
    void a_draft_whose_title_would_make_an_old_slug_breaks_no_link() {
        aStory().titled("Old link").published().create();
        patch("old-link", "{\"slug\":\"renamed\"}");
        assertThat(aStory().titled("Old link").create()).isEqualTo("old-link-2");
        get("/v1/articles/old-link").statusCode(200).body("slug", equalTo("renamed"));
    }

    @Test
    void old_slugs_of_tags_and_authors_lead_on_too() {
        aStory().by("ann").tagged("Sea").published().create();
        as(Role.EDITOR).header("If-Match", "*").body("{\"slug\":\"ocean\"}").patch("/v1/manage/tags/sea");
        as(Role.EDITOR).header("If-Match", "*").body("{\"slug\":\"anne\"}").patch("/v1/manage/authors/ann");
        get("/v1/tags/sea").statusCode(200).body("slug", equalTo("ocean"));
        get("/v1/authors/ann").statusCode(200).body("slug", equalTo("anne"));
        get("/v1/articles?tag=ocean&author=anne").body("items", hasSize(1));
    }

    @Test
    void the_body_comes_in_the_forms_asked_for_and_markdown_only_where_it_was_the_source() {
        String slug = aStory().reading("Some *fog*.").published().create();
        get("/v1/articles/" + slug)
                .body("body.html", equalTo("<p>Some <em>fog</em>.</p>"))
                .body("body", not(hasKey("text")));
        get("/v1/articles/" + slug + "?body=text,markdown")
                .body("body.text", equalTo("Some fog."))
                .body("body.markdown", equalTo("Some *fog*."))
                .body("body", not(hasKey("html")));
        String html = aStory().titled("In HTML")
                .with("body", Map.of("format", "html", "source", "<p>Fog</p>"))
                .published()
                .create();
        get("/v1/articles/" + html + "?body=markdown").statusCode(200).body("body", anEmptyMap());
    }

    @Test
    void blocks_are_a_typed_tree_that_says_the_same_as_the_html() {
        String slug = aStory().reading("""
                        ## *Fog*

                        1. It is [**thick**](https://example.org/fog "A report") today.[^1]

                           ![A quay](/quay.jpg)

                        | Hour | Miles |
                        |------|------:|
                        | Noon |   `2` |

                        [^1]: And\\
                            cold.
                        """).published().create();
        get("/v1/articles/" + slug + "?body=blocks")
                .body("body", not(hasKey("html")))
                .body("body.blocks.type", contains("heading", "list", "table", "footnote"))
                .body("body.blocks[0].level", equalTo(2))
                .body("body.blocks[0].anchor", equalTo("h-fog"))
                .body("body.blocks[0].content[0].marks", contains("emphasis"))
                .body("body.blocks[1].style", equalTo("number"))
                .body("body.blocks[1].items[0].number", equalTo(1))
                .body("body.blocks[1].items[0].blocks.type", contains("paragraph", "image"))
                .body(
                        "body.blocks[1].items[0].blocks[0].content.type",
                        contains("text", "link", "text", "footnote-call"))
                .body("body.blocks[1].items[0].blocks[0].content[1].link.title", equalTo("A report"))
                .body(
                        "body.blocks[1].items[0].blocks[0].content[1].content[0]",
                        equalTo(Map.of("type", "text", "text", "thick", "marks", List.of("strong"))))
                .body("body.blocks[2].rows.header", contains(true, false))
                .body("body.blocks[2].rows[1].cells[1].alignment", equalTo("right"))
                .body("body.blocks[3].anchor", equalTo("fn-1"))
                .body("body.blocks[3].blocks[0].content.type", contains("text", "break", "text"));
        get("/v1/articles/" + slug + "?body=markdown,blocks,text,html")
                .body("body.keySet()", containsInAnyOrder("html", "text", "blocks", "markdown"));
    }

    @Test
    void blocks_of_a_body_that_an_older_release_wrote_are_made_when_they_are_read() throws SQLException {
        String slug = aStory().reading("Some *fog*.\n\n> Thick.").published().create();
        String path = "/v1/articles/" + slug + "?body=blocks";
        String stored = get(path).statusCode(200).extract().asString();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update article_body set blocks = null, derivation = 1 where blocks is not null"))
                    .isEqualTo(1);
        }
        assertThat(get(path).statusCode(200).extract().asString()).isEqualTo(stored);
        assertThat(stored).contains("\"type\":\"quote\"");
    }

    @Test
    void a_story_of_505_words_is_a_two_minute_read() {
        String slug = aStory().reading("word ".repeat(505)).published().create();
        get("/v1/articles/" + slug).body("wordCount", equalTo(505)).body("readingMinutes", equalTo(2));
    }

    @Test
    void an_article_carries_its_outline_sources_authors_and_tags() {
        String slug = aStory().by("ann", "bob")
                .tagged("Sea", "Weather")
                .reading("## Fog\n\nSee [the report](https://example.org/report).")
                .published()
                .create();
        get("/v1/articles/" + slug)
                .body("outline.text", contains("Fog"))
                .body("sources.url", contains("https://example.org/report"))
                .body("sources.heading", contains("Fog"))
                .body("authors.slug", contains("ann", "bob"))
                .body("tags.name", contains("Sea", "Weather"))
                .body("kicker", nullValue());
    }

    @Test
    void a_link_to_the_site_itself_is_no_source() {
        String slug = aStory().reading(
                        "[Us](https://www.own.example/a), [us again](https://OWN.example/b), [them](https://example.org/).")
                .published()
                .create();
        get("/v1/articles/" + slug)
                .body("sources.host", contains("example.org"))
                .body("body.html", containsString("https://www.own.example/a"));
        as(Role.READER).get("/v1/manage/articles/" + slug).then().body("body.sources.host", contains("example.org"));
    }

    @Test
    void filters_narrow_the_list() {
        clock.stopAt(NOON);
        aStory().titled("One")
                .by("ann")
                .tagged("Sea")
                .publishedAt(NOON.minusSeconds(300))
                .create();
        aStory().titled("Two")
                .by("ann", "bob")
                .tagged("Sea", "Land")
                .publishedAt(NOON.minusSeconds(200))
                .create();
        aStory().titled("Three")
                .tagged("Land")
                .with("featured", true)
                .with("language", "fr")
                .publishedAt(NOON.minusSeconds(100))
                .create();
        titles("limit=100").containsExactly("Three", "Two", "One");
        titles("sort=publishedAt").containsExactly("One", "Two", "Three");
        titles("tag=sea").containsExactly("Two", "One");
        titles("tag=sea,land").containsExactly("Three", "Two", "One");
        titles("tag.all=sea,land").containsExactly("Two");
        titles("tag=sea&author=bob").containsExactly("Two");
        titles("author=ann").containsExactly("Two", "One");
        titles("author=ann,bob").containsExactly("Two", "One");
        titles("language=fr").containsExactly("Three");
        titles("featured=true").containsExactly("Three");
        titles("featured=false&tag=land").containsExactly("Two");
        titles("publishedAt.gte=" + NOON.minusSeconds(200) + "&publishedAt.lt=" + NOON.minusSeconds(100))
                .containsExactly("Two");
        titles("tag=nothing").isEmpty();
        titles("tag=nothing,sea").containsExactly("Two", "One");
    }

    @Test
    void items_have_authors_and_tags_only_when_they_are_asked_for() {
        aStory().by("ann").tagged("Sea").published().create();
        get("/v1/articles").body("items[0]", not(hasKey("authors"))).body("items[0]", not(hasKey("tags")));
        get("/v1/articles?include=authors,tags")
                .body("items[0].authors.slug", contains("ann"))
                .body("items[0].tags.slug", contains("sea"));
    }

    @Test
    void readers_see_members_of_the_sites_own_on_stories_tags_and_authors() {
        as(Role.EDITOR)
                .body("{\"name\":\"Sea\",\"custom\":{\"colour\":\"blue\"}}")
                .post("/v1/manage/tags");
        as(Role.EDITOR)
                .body("{\"name\":\"Ann\",\"custom\":{\"phone\":\"desk\"}}")
                .post("/v1/manage/authors");
        String slug = aStory().tagged("sea")
                .with("authors", List.of("ann"))
                .with("custom", Map.of("sponsored", true))
                .published()
                .create();
        get("/v1/articles/" + slug).body("custom.sponsored", equalTo(true));
        get("/v1/articles").body("items[0]", not(hasKey("custom")));
        get("/v1/articles?include=custom").body("items[0].custom.sponsored", equalTo(true));
        get("/v1/tags/sea").body("custom.colour", equalTo("blue"));
        get("/v1/authors").body("items[0].custom.phone", equalTo("desk"));
    }

    @Test
    void search_engines_are_told_title_and_excerpt_unless_an_editor_wrote_something_else() {
        String slug = aStory().titled("Fog").reading("It came in.").published().create();
        get("/v1/articles/" + slug).body("seo.title", equalTo("Fog")).body("seo.description", equalTo("It came in."));
        patch(slug, "{\"seo\":{\"title\":\"Fog in the harbour\"}}");
        get("/v1/articles/" + slug)
                .body("seo.title", equalTo("Fog in the harbour"))
                .body("seo.description", equalTo("It came in."));
        patch(slug, "{\"seo\":{\"description\":\" \"}}");
        get("/v1/articles/" + slug).body("seo.description", equalTo("It came in."));
        patch(slug, "{\"seo\":{\"description\":\"All about it\"}}");
        get("/v1/articles/" + slug)
                .body("seo.title", equalTo("Fog in the harbour"))
                .body("seo.description", equalTo("All about it"));
    }

    @Test
    void a_walk_gives_each_story_once_also_where_dates_are_equal_and_others_write() {
        clock.stopAt(NOON);
        for (int i = 0; i < 10; i++) {
            aStory().titled("Story " + i)
                    .tagged("Sea")
                    .publishedAt(NOON.minusSeconds(i / 4))
                    .create();
        }
        List<String> walked = new ArrayList<>();
        String next = "/v1/articles?limit=3&tag=sea";
        while (next != null) {
            ValidatableResponse page = get(next).statusCode(200);
            walked.addAll(page.extract().path("items.title"));
            next = page.extract().path("page.next");
            if (next != null) {
                page.header("Link", equalTo("<" + next + ">; rel=\"next\""));
                aStory().titled("New")
                        .tagged("Sea")
                        .publishedAt(NOON.minusSeconds(100 + walked.size()))
                        .create();
                aStory().titled("Newest").tagged("Sea").publishedAt(NOON).create();
            }
        }
        assertThat(walked)
                .filteredOn(title -> title.startsWith("Story"))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_cursor_of_another_filter_or_a_damaged_one_is_refused() {
        clock.stopAt(NOON);
        aStory().tagged("Sea").publishedAt(NOON).create();
        aStory().tagged("Sea").publishedAt(NOON).create();
        String next = get("/v1/articles?limit=1&tag=sea").extract().path("page.next");
        get(next.replace("tag=sea", "tag=land")).statusCode(400).body("type", equalTo("/problems/cursor-mismatch"));
        get(next.replace("/v1/articles", "/v1/tags").replace("&tag=sea", "")).statusCode(400);
        String cursor = next.replaceAll(".*after=([^&]*).*", "$1");
        for (String damaged : List.of(cursor.substring(0, cursor.length() / 2), cursor.substring(1), "x", "%00")) {
            get("/v1/articles?limit=1&tag=sea&after=" + damaged)
                    .statusCode(400)
                    .body("errors.parameter", contains("after"));
        }
    }

    @Test
    void a_forged_cursor_a_time_out_of_range_and_an_empty_list_of_slugs_are_refused() {
        for (String query : List.of(
                "tags?after=MQnONbBuZYpKMsXrbyDwwDbfQ4Gk8-AzUfSbQQA",
                "articles?after=1rtRMnM6-wKGSZkZ1ynwfj0XRi-dP5TsYqZGbSsyOTQyNzctMDEtMDFUMDA6MDA6MDBa",
                "articles?publishedAt.gte=%2B294277-01-01T00:00:00Z",
                "articles?publishedAt.lt=-999999999-01-01T00:00:00Z",
                "articles?tag=,",
                "articles?author=a,,b")) {
            get("/v1/" + query).statusCode(400);
        }
    }

    @Test
    void a_language_is_asked_for_in_any_case() {
        aStory().with("language", "pt-BR").published().create();
        titles("language=PT-br").hasSize(1);
    }

    @Test
    void only_tags_and_authors_of_live_stories_are_listed_by_name() {
        aStory().by("bob", "ann").tagged("Sea", "Land").published().create();
        get("/v1/tags").body("items.name", contains("Land", "Sea"));
        get("/v1/tags?kind=section").body("items", empty());
        get("/v1/authors?sort=-name").body("items.name", contains("bob", "ann"));
        get("/v1/tags/sea").body("kind", equalTo("topic")).body("$", not(hasKey("version")));
    }

    @Test
    void no_answer_may_be_kept_past_the_next_moment_when_time_changes_it() {
        clock.stopAt(NOON);
        aStory().titled("Now").publishedAt(NOON).create();
        get("/v1/articles").header("Cache-Control", containsString("max-age=10"));
        aStory().titled("Soon").publishedAt(NOON.plusSeconds(4)).create();
        for (String path : List.of("/v1/articles", "/v1/articles/now", "/v1/articles/soon", "/v1/tags")) {
            get(path).header("Cache-Control", containsString("max-age=4"));
        }
    }

    private ListAssert<String> titles(String query) {
        List<String> titles =
                get("/v1/articles?" + query).statusCode(200).extract().path("items.title");
        return assertThat(titles);
    }

    private static ValidatableResponse get(String path) {
        return nobody().urlEncodingEnabled(false).get(path).then();
    }

    private static void patch(String slug, String patch) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/manage/articles/" + slug)
                .then()
                .statusCode(200);
    }
}
