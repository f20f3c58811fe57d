package dev.standfirst.article.preview;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class PreviewTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(NOON);
    }

    @Test
    void a_draft_is_shown_to_whoever_has_the_link_and_kept_by_nobody() {
        String fog = aStory().titled("Fog")
                .tagged("Sea")
                .by("ines")
                .reading("*Thick*.")
                .create();
        String path = create(fog, "?note=For the lawyer")
                .body("path", startsWith("/v1/preview/pv_"))
                .body("revision", equalTo(1))
                .body("expiresAt", equalTo("2026-03-01T13:00:00Z"))
                .extract()
                .path("path");
        nobody().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .body("title", equalTo("Fog"))
                .body("body.html", containsString("<em>Thick</em>"))
                .body("authors.slug", contains("ines"))
                .body("tags.name", contains("Sea"))
                .body("excerpt", equalTo("Thick."))
                .body("seo.title", equalTo("Fog"))
                .body("publishedAt", equalTo("2026-03-01T12:00:00Z"));
        nobody().get("/v1/articles/" + fog).then().statusCode(404);
    }

    @Test
    void a_preview_has_the_shape_and_the_words_that_delivery_will_have() {
        String fog = aStory().titled("Fog")
                .tagged("Sea")
                .by("ines")
                .reading("## Head\n\nText with [a link](https://example.org/x).")
                .with("seo", Map.of("title", "For machines"))
                .with("custom", Map.of("rate", 1.10))
                .create();
        String query = "?body=html,text,blocks,markdown";
        String path = create(fog, "").extract().path("path");
        Map<String, Object> preview = nobody().get(path + query).jsonPath().getMap("$");
        as(Role.EDITOR).post(ARTICLES + fog + "/publish").then().statusCode(200);
        Map<String, Object> live =
                nobody().get("/v1/articles/" + fog + query).jsonPath().getMap("$");
        live.put("commentsOpen", false);
        assertThat(preview).isEqualTo(live);
    }

    @Test
    void a_preview_is_bound_to_its_revision() {
        String fog = aStory().titled("Fog").create();
        String first = create(fog, "").extract().path("path");
        as(Role.EDITOR).header("If-Match", "*").body(Map.of("title", "Mist")).patch(ARTICLES + fog);
        nobody().get(first).then().body("title", equalTo("Fog"));
        nobody().get(create(fog, "").extract().<String>path("path")).then().body("title", equalTo("Mist"));
        nobody().get(create(fog, "?revision=1").extract().<String>path("path"))
                .then()
                .body("title", equalTo("Fog"));
        as(Role.EDITOR).post(ARTICLES + fog + "/preview?revision=7").then().statusCode(404);
    }

    @Test
    void a_working_copy_is_previewed_without_readers_seeing_it() {
        String fog = aStory().titled("Fog").published().create();
        as(Role.EDITOR).header("If-Match", "*").body(Map.of("title", "Mist")).patch(ARTICLES + fog + "?draft=true");
        nobody().get(create(fog, "").extract().<String>path("path")).then().body("title", equalTo("Mist"));
        nobody().get("/v1/articles/" + fog).then().body("title", equalTo("Fog"));
    }

    @Test
    void a_preview_expires_to_the_second() {
        String path = create(aStory().create(), "?expiresIn=PT90S").extract().path("path");
        clock.stopAt(NOON.plusSeconds(89));
        nobody().get(path).then().statusCode(200);
        clock.stopAt(NOON.plusSeconds(90));
        nobody().get(path).then().statusCode(410).body("type", equalTo("/problems/preview-expired"));
    }

    @Test
    void a_revoked_preview_opens_no_more_and_says_so() {
        String fog = aStory().create();
        var preview = create(fog, "").extract();
        String revoking = ARTICLES + fog + "/preview/" + preview.path("id");
        String other = ARTICLES + aStory().titled("Other").create() + "/preview/" + preview.path("id");
        as(Role.EDITOR).delete(other).then().statusCode(404);
        as(Role.EDITOR).delete(revoking).then().statusCode(204);
        as(Role.EDITOR).delete(revoking).then().statusCode(204);
        nobody().get(preview.<String>path("path"))
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/preview-revoked"));
        as(Role.READER)
                .get(ARTICLES + fog + "/preview")
                .then()
                .body("items", hasSize(1))
                .body("items[0].revokedAt", equalTo("2026-03-01T12:00:00Z"));
    }

    @Test
    void a_preview_of_a_story_in_the_trash_or_purged_is_gone() {
        String fog = aStory().create();
        String path = create(fog, "").extract().path("path");
        as(Role.EDITOR).header("If-Match", "*").delete(ARTICLES + fog).then().statusCode(204);
        nobody().get(path).then().statusCode(410).body("type", equalTo("/problems/gone"));
        as(Role.ADMIN).post(ARTICLES + fog + "/purge").then().statusCode(204);
        nobody().get(path).then().statusCode(410).body("type", equalTo("/problems/gone"));
    }

    @Test
    void a_token_that_is_cut_or_changed_in_any_letter_opens_nothing() {
        String path = create(aStory().create(), "").extract().path("path");
        for (int place = "/v1/preview/".length(); place < path.length(); place++) {
            char other = path.charAt(place) == 'A' ? 'B' : 'A';
            nobody().get(path.substring(0, place) + other + path.substring(place + 1))
                    .then()
                    .statusCode(404);
        }
        String last = path.substring(0, path.length() - 1);
        for (char end : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (!path.endsWith(String.valueOf(end))) {
                nobody().get(last + end).then().statusCode(404);
            }
        }
        for (String token :
                new String[] {last, path + "A", "/v1/preview/pv_", "/v1/preview/sf_x", "/v1/preview/" + "A".repeat(3000)
                }) {
            nobody().get(token).then().statusCode(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "P31D, 400, preview-too-long",
        "PT0S, 400, preview-too-long",
        "-PT1H, 400, preview-too-long",
        "P1M, 400, invalid-parameter",
        "tomorrow, 400, invalid-parameter",
        "PT99999999999999999999H, 400, invalid-parameter"
    })
    void a_preview_lasts_thirty_days_at_most(String expiresIn, int status, String problem) {
        as(Role.EDITOR)
                .post(ARTICLES + aStory().create() + "/preview?expiresIn=" + expiresIn)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.parameter", contains("expiresIn"));
        create(aStory().titled("B").create(), "?expiresIn=P30D").body("expiresAt", equalTo("2026-03-31T12:00:00Z"));
    }

    @Test
    void authors_preview_their_own_stories_alone_and_readers_none() {
        String own = aStory().titled("Own").writtenBy(Role.AUTHOR).create();
        as(Role.AUTHOR).post(ARTICLES + own + "/preview").then().statusCode(201);
        as(Role.AUTHOR).post(ARTICLES + aStory().create() + "/preview").then().statusCode(403);
        as(Role.READER).post(ARTICLES + own + "/preview").then().statusCode(403);
    }

    @Test
    void what_opens_a_preview_is_told_once_and_to_whoever_repeats_the_request() {
        String fog = aStory().create();
        String path = null;
        for (int i = 0; i < 2; i++) {
            String told = as(Role.EDITOR)
                    .header("Idempotency-Key", "\"once-1\"")
                    .post(ARTICLES + fog + "/preview")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("path");
            assertThat(path == null ? told : path).isEqualTo(told);
            path = told;
        }
        as(Role.READER)
                .get(ARTICLES + fog + "/preview")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", notNullValue())
                .body("items[0].path", nullValue());
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=preview")
                .then()
                .body("items.action", contains("preview.create"))
                .body("toString()", not(containsString("pv_")));
    }

    private static ValidatableResponse create(String article, String query) {
        return as(Role.EDITOR)
                .post(ARTICLES + article + "/preview" + query)
                .then()
                .statusCode(201);
    }
}
