package dev.standfirst.delivery;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class OldAddressesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    /** Keeps permanent redirects as long as they may be kept, as browsers do, and follows them. */
    private final class Browser {
        private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=(\\d+)");

        private final Map<String, Kept> kept = new HashMap<>();

        private record Kept(String location, Instant until) {}

        /** Goes to an address and on, at most ten times, and returns the last answer. */
        Response visit(String path) {
            String at = path;
            for (int hop = 0; hop < 10; hop++) {
                Kept known = kept.get(at);
                if (known != null && clock.instant().isBefore(known.until())) {
                    at = known.location();
                    continue;
                }
                Response answer = nobody().redirects().follow(false).get(at);
                if (answer.statusCode() != 308) {
                    return answer;
                }
                Matcher maxAge = MAX_AGE.matcher(answer.header("Cache-Control"));
                assertThat(maxAge.find()).isTrue();
                Instant until = clock.instant().plusSeconds(Long.parseLong(maxAge.group(1)));
                kept.put(at, new Kept(answer.header("Location"), until));
                at = answer.header("Location");
            }
            throw new AssertionError("It goes round in a circle from " + path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "tags", "authors"})
    void a_browser_that_keeps_permanent_redirects_never_goes_round_in_a_circle(String things) {
        clock.stopAt(NOON);
        aStory().with("slug", "a")
                .tagged("a")
                .by("a")
                .publishedAt(NOON.minusSeconds(60))
                .create();
        String id = get("/v1/" + things + "/a").statusCode(200).extract().path("id");
        Browser browser = new Browser();
        for (int i = 0; i < 3; i++) {
            rename(things, "a", "b");
            for (String asked : List.of("a", "b", "a")) {
                assertThat(browser.visit("/v1/" + things + "/" + asked).<String>path("id"))
                        .isEqualTo(id);
            }
            rename(things, "b", "a");
            for (String asked : List.of("b", "a", "b")) {
                assertThat(browser.visit("/v1/" + things + "/" + asked).<String>path("slug"))
                        .isEqualTo("a");
            }
            clock.advance(Duration.ofSeconds(6).multipliedBy(i));
        }
        assertThat(browser.kept).hasSize(2);
    }

    @Test
    void the_list_has_what_leads_to_live_things_by_their_present_slugs_and_to_locations() {
        aStory().titled("Fog").tagged("Sea").by("ann").published().create();
        redirect("/1", "article", "fog");
        redirect("/2", "tag", "sea");
        redirect("/3", "author", "ann");
        redirect("/4/", "location", "/here/");
        rename("articles", "fog", "mist");
        rename("tags", "sea", "ocean");
        rename("authors", "ann", "anne");
        get("/v1/redirects?count=exact")
                .statusCode(200)
                .body("items.source", contains("/1", "/2", "/3", "/4", "fog", "sea", "ann"))
                .body("items.kind", contains("path", "path", "path", "path", "article", "tag", "author"))
                .body("items.target.type", contains("article", "tag", "author", "location", "article", "tag", "author"))
                .body("items.target.slug", contains("mist", "ocean", "anne", null, "mist", "ocean", "anne"))
                .body("items[3].target.location", equalTo("/here/"))
                .body("items[3].target.id", nullValue())
                .body("page.total", equalTo(7));
        get("/v1/redirects?kind=tag").body("items.source", contains("sea"));
        String next = get("/v1/redirects?limit=3").extract().path("page.next");
        get(next).statusCode(200).body("items.source", contains("/4", "fog", "sea"));
        get("/v1/redirects?kind=tags").statusCode(400);
        for (String path : List.of("/1", "/2", "/3", "/4")) {
            get("/v1/resolve?path=" + path + "/").statusCode(200).body("path", equalTo(path));
        }
        get("/v1/resolve?path=/1").body("target.slug", equalTo("mist")).body("target.type", equalTo("article"));
    }

    @Test
    void nothing_tells_of_a_draft_or_a_scheduled_story() {
        clock.stopAt(NOON);
        aStory().titled("Draft").tagged("Drafted").by("ann").create();
        aStory().titled("Soon")
                .tagged("Scheduled")
                .by("bob")
                .publishedAt(NOON.plusSeconds(4))
                .create();
        List<String> paths = List.of(
                "/article/draft", "/article/soon", "/tag/drafted", "/tag/scheduled", "/author/ann", "/author/bob");
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            redirect(path, path.substring(1, slash), path.substring(slash + 1));
        }
        get("/v1/redirects?count=exact")
                .body("items", empty())
                .body("page.total", equalTo(0))
                .header("Cache-Control", containsString("max-age=4"));
        for (String path : paths) {
            get("/v1/resolve?path=" + path)
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"))
                    .header("Cache-Control", containsString("max-age=4"));
        }
        clock.advance(Duration.ofSeconds(4));
        get("/v1/redirects")
                .body("items.source", contains("/article/soon", "/tag/scheduled", "/author/bob"))
                .header("Cache-Control", containsString("max-age=10"));
    }

    @Test
    void a_slug_that_was_never_public_is_told_to_nobody_also_when_its_story_is_live() {
        aStory().titled("Minister resigns")
                .tagged("Merger of the two ports")
                .by("whistleblower")
                .create();
        rename("articles", "minister-resigns", "statement");
        rename("tags", "merger-of-the-two-ports", "ports");
        rename("authors", "whistleblower", "anonymous");
        patch("articles", "statement", Map.of("status", "published"));
        for (String path :
                List.of("articles/minister-resigns", "tags/merger-of-the-two-ports", "authors/whistleblower")) {
            get("/v1/" + path).statusCode(404);
        }
        get("/v1/redirects").body("items", empty());
        rename("articles", "statement", "she-resigns");
        rename("tags", "ports", "port");
        get("/v1/redirects").body("items.source", contains("statement", "ports"));
    }

    @Test
    void a_path_to_what_was_public_and_is_gone_says_so_also_when_it_is_purged() {
        clock.stopAt(NOON);
        aStory().titled("Fog")
                .publishedAt(NOON)
                .with("unpublishAt", NOON.plusSeconds(60).toString())
                .create();
        redirect("/a", "article", "fog");
        get("/v1/resolve?path=/a").statusCode(200);
        clock.advance(Duration.ofSeconds(60));
        get("/v1/resolve?path=/a").statusCode(410).body("type", equalTo("/problems/gone"));
        get("/v1/redirects").body("items", empty());
        as(Role.EDITOR).header("If-Match", "*").delete("/v1/manage/articles/fog");
        get("/v1/resolve?path=/a").statusCode(410);
        as(Role.ADMIN).post("/v1/manage/articles/fog/purge").then().statusCode(204);
        get("/v1/resolve?path=/a").statusCode(410);
    }

    @Test
    void a_path_is_found_however_it_is_escaped_and_only_with_its_own_query() {
        redirect("/café/?p=1", "location", "/here");
        for (String path : List.of("/caf%C3%A9/?p=1", "/caf%25c3%25a9?p=1", "%2Fc%61f%C3%A9%2F%3Fp=1")) {
            get("/v1/resolve?path=" + path).statusCode(200).body("path", equalTo("/caf%C3%A9?p=1"));
        }
        for (String path : List.of("/caf%C3%A9", "/caf%C3%A9?p=2", "/caf%C3%A9?p=1%26q", "/cafe?p=1", "/")) {
            get("/v1/resolve?path=" + path).statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?path=",
                "?path=a",
                "?path=//host",
                "?path=/a/../b",
                "?path=/a%23b",
                "?path=/%25",
                "?path=/%00"
            })
    void what_is_no_path_is_refused(String query) {
        get("/v1/resolve" + query)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors.parameter", contains("path"));
        get("/v1/resolve?path=/" + "a".repeat(2000)).statusCode(400);
    }

    @Test
    void tags_say_how_many_live_articles_they_have_when_asked() {
        clock.stopAt(NOON);
        aStory().tagged("Sea", "Land").publishedAt(NOON).create();
        aStory().tagged("Sea").publishedAt(NOON.minusSeconds(10)).create();
        aStory().tagged("Sea").publishedAt(NOON.plusSeconds(60)).create();
        aStory().tagged("Sea", "Air").create();
        String trashed = aStory().tagged("Sea").publishedAt(NOON).create();
        as(Role.EDITOR).header("If-Match", "*").delete("/v1/manage/articles/" + trashed);
        aStory().tagged("Sea", "Land")
                .publishedAt(NOON)
                .with("unpublishAt", NOON.plusSeconds(30).toString())
                .create();
        get("/v1/tags?include=counts")
                .body("items.slug", contains("land", "sea"))
                .body("items.articleCount", contains(2, 3));
        clock.advance(Duration.ofSeconds(30));
        get("/v1/tags?include=counts").body("items.articleCount", contains(1, 2));
        clock.advance(Duration.ofSeconds(30));
        get("/v1/tags?include=counts&sort=-name&limit=1&count=exact")
                .body("items.articleCount", contains(3))
                .body("page.total", equalTo(2));
        get("/v1/tags/sea?include=counts").body("articleCount", equalTo(3));
        assertThat(get("/v1/tags/sea").extract().<Object>path("articleCount")).isNull();
        get("/v1/tags?include=count").statusCode(400);
        get("/v1/tags/sea?include=articles").statusCode(400);
    }

    @Test
    void a_list_by_an_old_slug_of_a_tag_or_an_author_has_the_stories_of_what_it_leads_to() {
        clock.stopAt(NOON);
        aStory().titled("Fog").tagged("Quay", "Sea").by("ann").publishedAt(NOON).create();
        aStory().titled("Mud").tagged("Land").publishedAt(NOON).create();
        as(Role.EDITOR)
                .body(Map.of("into", "sea"))
                .post("/v1/manage/tags/quay/merge")
                .then()
                .statusCode(200);
        rename("tags", "sea", "ocean");
        rename("authors", "ann", "anna");
        for (String filter : List.of(
                "tag=quay",
                "tag=sea",
                "tag=ocean",
                "tag=sea,none",
                "tag.all=sea,quay",
                "author=ann",
                "author=ann,none")) {
            get("/v1/articles?" + filter).statusCode(200).body("items.slug", contains("fog"));
        }
        for (String filter : List.of("tag=quay", "tag=sea", "author=ann")) {
            as(Role.READER).get("/v1/manage/articles?" + filter).then().body("items.slug", contains("fog"));
        }
    }

    @Test
    void a_list_by_an_old_slug_that_readers_never_knew_is_empty() {
        clock.stopAt(NOON);
        String fog = aStory().titled("Fog").tagged("Secret").create();
        rename("tags", "secret", "open");
        patch("articles", fog, Map.of("status", "published"));
        get("/v1/articles?tag=open").body("items.slug", contains("fog"));
        get("/v1/articles?tag=secret").body("items", empty());
    }

    private static void redirect(String path, String type, String target) {
        as(Role.IMPORTER)
                .body(Map.of("path", path, type, target))
                .post("/v1/manage/redirects")
                .then()
                .statusCode(201);
    }

    private static void rename(String things, String slug, String other) {
        patch(things, slug, Map.of("slug", other));
    }

    private static void patch(String things, String slug, Map<String, String> patch) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/manage/" + things + "/" + slug)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String path) {
        return nobody().urlEncodingEnabled(false).get(path).then();
    }
}
