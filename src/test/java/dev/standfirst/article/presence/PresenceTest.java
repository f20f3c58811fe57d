package dev.standfirst.article.presence;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Story.aStory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class PresenceTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @Test
    void whoever_says_to_be_editing_is_shown_for_two_minutes_and_those_who_say_it_again_for_longer() {
        clock.stopAt(NOON);
        String fog = aStory().create();
        editors(fog).body("items", empty());
        edit(Role.EDITOR, fog).body("items.name", contains("The editor"));
        clock.stopAt(NOON.plusSeconds(30));
        edit(Role.AUTHOR, fog)
                .body("items.name", contains("The editor", "The author"))
                .body("items[1].since", equalTo("2026-03-01T12:00:30Z"));
        clock.stopAt(NOON.plusSeconds(60));
        edit(Role.EDITOR, fog)
                .body("items[0].since", equalTo("2026-03-01T12:00:00Z"))
                .body("items[0].at", equalTo("2026-03-01T12:01:00Z"));
        clock.stopAt(NOON.plusSeconds(150));
        editors(fog).body("items.name", contains("The editor"));
        clock.stopAt(NOON.plusSeconds(180));
        editors(fog).body("items", empty());
    }

    @Test
    void whoever_leaves_is_no_longer_shown() {
        String fog = aStory().create();
        edit(Role.EDITOR, fog);
        as(Role.EDITOR).delete(ARTICLES + fog + "/editing").then().statusCode(204);
        as(Role.EDITOR).delete(ARTICLES + fog + "/editing").then().statusCode(204);
        editors(fog).body("items", empty());
    }

    @Test
    void editing_is_no_change_and_keeps_nobody_from_one() {
        String fog = aStory().create();
        edit(Role.EDITOR, fog);
        as(Role.ADMIN)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "Mist"))
                .patch(ARTICLES + fog)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        as(Role.EDITOR).get("/v1/manage/changes?limit=1").then().body("items.action", contains("article.update"));
    }

    @Test
    void who_edits_one_story_does_not_edit_another_and_none_that_is_not_there() {
        edit(Role.EDITOR, aStory().titled("Fog").create());
        editors(aStory().titled("Other").create()).body("items", empty());
        as(Role.EDITOR).post(ARTICLES + "none/editing").then().statusCode(404);
        as(Role.READER).get(ARTICLES + "none/editors").then().statusCode(404);
        as(Role.EDITOR).delete(ARTICLES + "none/editing").then().statusCode(404);
    }

    private static ValidatableResponse edit(Role role, String article) {
        return as(role).post(ARTICLES + article + "/editing").then().statusCode(200);
    }

    private static ValidatableResponse editors(String article) {
        return as(Role.READER).get(ARTICLES + article + "/editors").then().statusCode(200);
    }
}
