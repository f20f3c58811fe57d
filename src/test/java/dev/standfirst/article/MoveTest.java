package dev.standfirst.article;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.ArticleStatus;
import dev.standfirst.access.Move;
import dev.standfirst.access.Permission;
import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class MoveTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @Test
    void a_story_goes_from_draft_over_review_to_its_readers_and_back() {
        clock.stopAt(NOON);
        String fog = aStory().writtenBy(Role.AUTHOR).create();
        move(Role.AUTHOR, fog, "submit?note=Please read").statusCode(200).body("status", equalTo("review"));
        move(Role.EDITOR, fog, "reject?note=Too long").statusCode(200).body("status", equalTo("draft"));
        move(Role.AUTHOR, fog, "submit").statusCode(200);
        nobody().get("/v1/articles/" + fog).then().statusCode(404);
        move(Role.EDITOR, fog, "publish")
                .statusCode(200)
                .body("status", equalTo("published"))
                .body("publishedAt", equalTo("2026-03-01T12:00:00Z"));
        nobody().get("/v1/articles/" + fog).then().statusCode(200);
        move(Role.EDITOR, fog, "unpublish?note=Wrong").statusCode(200).body("status", equalTo("draft"));
        nobody().get("/v1/articles/" + fog).then().statusCode(410);
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions")
                .then()
                .body(
                        "items.action",
                        contains(
                                "article.unpublish",
                                "article.publish",
                                "article.submit",
                                "article.reject",
                                "article.submit",
                                "article.create"))
                .body("items.note", contains("Wrong", null, null, "Too long", "Please read", null));
    }

    @Test
    void a_story_is_published_for_later_and_for_earlier() {
        clock.stopAt(NOON);
        String later = aStory().titled("Later").create();
        move(Role.EDITOR, later, "publish?at=2026-03-01T12:00:02Z")
                .body("publishedAt", equalTo("2026-03-01T12:00:02Z"));
        nobody().get("/v1/articles/" + later).then().statusCode(404);
        clock.stopAt(NOON.plusSeconds(2));
        nobody().get("/v1/articles/" + later).then().statusCode(200);
        String earlier = aStory().titled("Earlier").create();
        move(Role.EDITOR, earlier, "publish?at=2020-01-01T00:00:00Z")
                .body("publishedAt", equalTo("2020-01-01T00:00:00Z"));
        nobody().get("/v1/articles/" + earlier).then().statusCode(200);
    }

    @Test
    void a_story_that_was_public_keeps_its_date_when_it_is_published_again() {
        clock.stopAt(NOON);
        String fog = aStory().published().create();
        move(Role.EDITOR, fog, "unpublish");
        clock.stopAt(NOON.plusSeconds(3600));
        move(Role.EDITOR, fog, "publish").body("publishedAt", equalTo("2026-03-01T12:00:00Z"));
    }

    @Test
    void what_would_end_before_it_begins_is_not_published() {
        String fog = aStory().with("publishedAt", "2026-01-01T00:00:00Z")
                .with("unpublishAt", "2026-02-01T00:00:00Z")
                .create();
        move(Role.EDITOR, fog, "publish?at=2026-03-01T00:00:00Z")
                .statusCode(422)
                .body("type", equalTo("/problems/ends-before-it-begins"));
        as(Role.READER)
                .get(ARTICLES + fog)
                .then()
                .body("status", equalTo("draft"))
                .body("version", equalTo(1));
    }

    @Test
    void a_move_is_refused_with_a_stale_version() {
        String fog = aStory().create();
        as(Role.EDITOR)
                .header("If-Match", "\"7\"")
                .post(ARTICLES + fog + "/publish")
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"");
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .post(ARTICLES + fog + "/publish")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_published_is_not_published_again() {
        String fog = aStory().published().create();
        move(Role.EDITOR, fog, "publish").statusCode(409).body("type", equalTo("/problems/nothing-to-publish"));
        move(Role.AUTHOR, fog, "publish").statusCode(403);
    }

    @Test
    void nothing_in_the_trash_moves_but_by_being_restored() {
        String fog = aStory().create();
        as(Role.EDITOR).header("If-Match", "*").delete(ARTICLES + fog).then().statusCode(204);
        for (String name : List.of("submit", "reject", "publish", "unpublish")) {
            move(Role.EDITOR, fog, name).statusCode(409).body("type", equalTo("/problems/article-in-trash"));
        }
        move(Role.EDITOR, fog, "restore").statusCode(200).body("status", equalTo("draft"));
    }

    static Stream<Arguments> everyMoveByStatus() {
        return Stream.of(ArticleStatus.DRAFT, ArticleStatus.REVIEW, ArticleStatus.PUBLISHED)
                .flatMap(from -> Stream.of(ArticleStatus.DRAFT, ArticleStatus.REVIEW, ArticleStatus.PUBLISHED)
                        .filter(to -> to != from)
                        .flatMap(to -> Stream.of(Role.AUTHOR, Role.EDITOR, Role.IMPORTER, Role.ADMIN)
                                .map(role -> Arguments.of(from, to, role))));
    }

    /** The table is asked what it allows; that it is the right table, the next test says. */
    @ParameterizedTest
    @MethodSource("everyMoveByStatus")
    void a_status_written_in_a_patch_and_the_move_of_that_name_obey_one_table(
            ArticleStatus from, ArticleStatus to, Role role) {
        Optional<Move> move = Move.between(from, to);
        int expected = move.isEmpty() ? 409 : !mayLeave(role, from) || !mayMake(role, move.get()) ? 403 : 200;
        String written = in(from);
        int answered = as(role).header("If-Match", "*")
                .body(Map.of("status", to.name().toLowerCase(Locale.ROOT)))
                .patch(ARTICLES + written)
                .statusCode();
        assertThat(answered).isEqualTo(expected);
        if (move.isPresent()) {
            String moved = in(from);
            move(role, moved, move.get().name().toLowerCase(Locale.ROOT)).statusCode(expected);
            String status = as(Role.READER).get(ARTICLES + moved).path("status");
            assertThat(status).isEqualTo((expected == 200 ? to : from).name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void the_table_is_draft_to_review_to_published_and_back_to_draft() {
        assertThat(Move.between(ArticleStatus.DRAFT, ArticleStatus.REVIEW)).contains(Move.SUBMIT);
        assertThat(Move.between(ArticleStatus.REVIEW, ArticleStatus.DRAFT)).contains(Move.REJECT);
        assertThat(Move.between(ArticleStatus.DRAFT, ArticleStatus.PUBLISHED)).contains(Move.PUBLISH);
        assertThat(Move.between(ArticleStatus.REVIEW, ArticleStatus.PUBLISHED)).contains(Move.PUBLISH);
        assertThat(Move.between(ArticleStatus.PUBLISHED, ArticleStatus.DRAFT)).contains(Move.UNPUBLISH);
        assertThat(Move.between(ArticleStatus.PUBLISHED, ArticleStatus.REVIEW)).isEmpty();
        assertThat(Arrays.stream(Role.values()).filter(role -> mayMake(role, Move.SUBMIT)))
                .containsExactly(Role.AUTHOR, Role.EDITOR, Role.IMPORTER, Role.ADMIN);
        for (Move move : List.of(Move.REJECT, Move.PUBLISH, Move.UNPUBLISH)) {
            assertThat(Arrays.stream(Role.values()).filter(role -> mayMake(role, move)))
                    .containsExactly(Role.EDITOR, Role.IMPORTER, Role.ADMIN);
        }
    }

    private static boolean mayMake(Role role, Move move) {
        return role.may(move == Move.SUBMIT ? Permission.WRITE_ARTICLES : Permission.PUBLISH_ARTICLES);
    }

    private static boolean mayLeave(Role role, ArticleStatus from) {
        return from != ArticleStatus.PUBLISHED || role.may(Permission.PUBLISH_ARTICLES);
    }

    @ParameterizedTest
    @EnumSource(names = {"EDITOR", "IMPORTER", "ADMIN"})
    void a_new_story_may_be_submitted_or_published_at_once(Role role) {
        aStory().with("status", "review").writtenBy(role).post().statusCode(201).body("status", equalTo("review"));
        aStory().published().writtenBy(role).post().statusCode(201).body("status", equalTo("published"));
    }

    @Test
    void an_author_has_its_own_stories_and_nobody_elses() {
        aStory().with("status", "review").writtenBy(Role.AUTHOR).post().statusCode(201);
        String own = aStory().titled("Own").writtenBy(Role.AUTHOR).create();
        String other = aStory().titled("Other").create();
        as(Role.AUTHOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "News"))
                .patch(ARTICLES + own)
                .then()
                .statusCode(200);
        as(Role.AUTHOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "News"))
                .patch(ARTICLES + other)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        move(Role.AUTHOR, other, "submit").statusCode(403);
        as(Role.AUTHOR).header("If-Match", "*").delete(ARTICLES + other).then().statusCode(403);
        as(Role.EDITOR).header("If-Match", "*").delete(ARTICLES + other).then().statusCode(204);
        move(Role.AUTHOR, other, "restore").statusCode(403);
        String id = as(Role.AUTHOR).get(ARTICLES + own).path("createdBy");
        as(Role.AUTHOR)
                .get("/v1/manage/articles?status=draft&createdBy=" + id)
                .then()
                .body("items.slug", contains("own"));
    }

    @Test
    void an_upsert_does_not_lend_an_author_the_story_of_another() {
        Map<String, String> ref = Map.of("source", "wire", "id", "7");
        aStory().with("externalRef", ref).create();
        as(Role.AUTHOR)
                .body(aStory().titled("Mine").with("externalRef", ref).draft())
                .post("/v1/manage/articles?upsert=true")
                .then()
                .statusCode(403);
    }

    @Test
    void a_note_has_an_end() {
        String fog = aStory().create();
        move(Role.EDITOR, fog, "publish?note=" + "n".repeat(301))
                .statusCode(400)
                .body("errors.parameter", contains("note"));
        move(Role.EDITOR, fog, "publish?at=tomorrow").statusCode(400).body("errors.parameter", contains("at"));
        as(Role.READER).get(ARTICLES + fog).then().body("version", equalTo(1)).body("publishedAt", nullValue());
        as(Role.READER).get(ARTICLES + fog + "/revisions").then().body("items", hasSize(1));
    }

    private static String in(ArticleStatus status) {
        String story = aStory().writtenBy(Role.AUTHOR).create();
        if (status != ArticleStatus.DRAFT) {
            move(Role.EDITOR, story, status == ArticleStatus.REVIEW ? "submit" : "publish")
                    .statusCode(200);
        }
        return story;
    }

    private static ValidatableResponse move(Role role, String article, String move) {
        return as(role).post(ARTICLES + article + "/" + move).then();
    }
}
