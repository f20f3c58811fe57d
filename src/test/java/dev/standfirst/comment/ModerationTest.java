package dev.standfirst.comment;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class ModerationTest {
    private String story;

    @BeforeEach
    void aStoryTakesComments() {
        story = aStory().titled("Fog").published().with("commentPolicy", "all").create();
    }

    @Test
    void the_queue_has_what_waits_with_all_that_helps_to_decide() {
        String approved = aReply().by("Ines").on(story).extract().path("id");
        decide(approved, "approve").statusCode(200);
        String waiting =
                aReply().by("Ines").saying("A *second* one").on(story).extract().path("id");
        queue("?status=pending")
                .body("items", hasSize(1))
                .body("items[0].id", is(waiting))
                .body("items[0].article.slug", is("fog"))
                .body("items[0].author.email", is("ines@readers.example.org"))
                .body("items[0].body", is("A *second* one"))
                .body("items[0].network", is("127.0.0.0/24"))
                .body("items[0].reasons.detail", contains("every comment waits here"))
                .body("items[0].earlier.approved", is(1))
                .body("items[0].earlier.spam", is(0));
    }

    @Test
    void the_queue_is_filtered_by_article_and_by_words() {
        String other = aStory().published().with("commentPolicy", "all").create();
        aReply().saying("The gulls, 100% of them").on(story);
        aReply().by("Osric").saying("The horn").on(other);
        queue("?article=fog").body("items.text", contains("The gulls, 100% of them"));
        queue("?text=GULLS").body("items", hasSize(1));
        queue("?text=osric").body("items.text", contains("The horn"));
        containing("100%").body("items", hasSize(1));
        containing("%%").body("items", empty());
        queue("?sort=createdAt&limit=1").body("items.text", contains("The gulls, 100% of them"));
        as(Role.MODERATOR).get("/v1/manage/comments?email=a@example.org").then().statusCode(400);
    }

    @Test
    void comments_are_found_by_address_or_network_and_the_walk_is_bound_to_them() {
        aReply().by("Ines").on(story);
        aReply().by("Ines").saying("Again").on(story);
        aReply().by("Osric").on(story);
        search(Map.of("email", "INES@readers.example.org"), "").body("items", hasSize(2));
        search(Map.of("ip", "127.0.0.1"), "").body("items", hasSize(3));
        search(Map.of("ip", "127.0.0.0/8", "email", "osric@readers.example.org"), "")
                .body("items", hasSize(1));
        search(Map.of("ip", "10.0.0.0/8"), "").body("items", empty());
        as(Role.MODERATOR)
                .body(Map.of("ip", "the moon"))
                .post("/v1/manage/comments/search")
                .then()
                .statusCode(422);

        String next = search(Map.of("email", "ines@readers.example.org"), "?limit=1")
                .extract()
                .path("page.next");
        assertThat(next).doesNotContain("ines");
        as(Role.MODERATOR)
                .body(Map.of("email", "ines@readers.example.org"))
                .post(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("page.next", nullValue());
        as(Role.MODERATOR)
                .body(Map.of("email", "osric@readers.example.org"))
                .post(next)
                .then()
                .statusCode(400)
                .body("type", is("/problems/cursor-mismatch"));
    }

    @Test
    void each_decision_moves_a_comment_where_it_says() {
        String id = aReply().on(story).extract().path("id");
        decide(id, "approve").statusCode(200).body("status", is("approved")).body("decidedBy", is("The moderator"));
        decide(id, "spam").statusCode(200).body("status", is("spam"));
        decide(id, "trash").statusCode(200).body("status", is("trash"));
        decide(id, "restore").statusCode(200).body("status", is("pending"));
        decide(id, "restore").statusCode(409);
        nobody().get("/v1/articles/" + story + "/comments").then().body("items", empty());
        as(Role.ADMIN)
                .get("/v1/manage/changes?type=comment")
                .then()
                .body(
                        "items.action",
                        contains(
                                "comment.restore",
                                "comment.trash",
                                "comment.spam",
                                "comment.approve",
                                "comment.create"))
                .body("items[4].actor.name", is("anybody"));
    }

    @Test
    void who_comes_second_is_told_who_decided() {
        String id = aReply().on(story).extract().path("id");
        decide(id, "approve").statusCode(200).header("ETag", "\"2\"");
        decide(id, "approve")
                .statusCode(409)
                .body("type", is("/problems/already-decided"))
                .body("detail", containsString("The moderator"))
                .header("ETag", "\"2\"");
        as(Role.ADMIN)
                .header("If-Match", "\"1\"")
                .post("/v1/manage/comments/" + id + "/spam")
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-decided"));
        as(Role.ADMIN)
                .header("If-Match", "\"2\"")
                .post("/v1/manage/comments/" + id + "/spam")
                .then()
                .statusCode(200);
    }

    @Test
    void a_text_that_its_writer_changed_is_not_decided_on_unread() {
        var own = aReply().on(story).extract();
        with(own.path("editToken"))
                .body(Map.of("body", "Something else"))
                .patch("/v1/comments/" + own.path("id"))
                .then()
                .statusCode(200);
        as(Role.MODERATOR)
                .header("If-Match", "\"1\"")
                .post("/v1/manage/comments/" + own.path("id") + "/approve")
                .then()
                .statusCode(412);
    }

    @Test
    void many_are_decided_on_at_once_after_counting_first() {
        for (int i = 0; i < 5; i++) {
            aReply().saying("Buy " + i).on(story);
        }
        String kept = aReply().saying("Well said").on(story).extract().path("id");
        many("?text=buy&dryRun=true", Map.of("decision", "spam"))
                .body("dryRun", is(true))
                .body("matched", is(5))
                .body("changed", is(5));
        queue("?status=spam").body("items", empty());
        many("?text=buy", Map.of("decision", "spam")).body("changed", is(5));
        many("?text=buy", Map.of("decision", "spam")).body("changed", is(0)).body("unchanged", is(5));
        queue("?status=pending").body("items.id", contains(kept));
        many("", Map.of("decision", "approve", "ids", List.of(kept, "0195a000-0000-7000-8000-000000000001")))
                .body("matched", is(2))
                .body("changed", is(1));
        as(Role.MODERATOR)
                .body(Map.of("decision", "trash"))
                .post("/v1/manage/comments/decide")
                .then()
                .statusCode(422)
                .body("type", is("/problems/no-comments-selected"));
    }

    @Test
    void the_desk_answers_at_once_and_is_seen_to_be_the_desk() {
        String id = aReply().on(story).extract().path("id");
        reply(id, Map.of("body", "Thank you.", "name", "The editors"))
                .statusCode(409)
                .body("type", is("/problems/not-shown"));
        decide(id, "approve");
        String answer = reply(id, Map.of("body", "Thank you.", "name", "The editors"))
                .statusCode(201)
                .header("Location", startsWith("/v1/manage/comments/"))
                .body("author.staff", is(true))
                .body("author.email", nullValue())
                .extract()
                .path("id");
        nobody().get("/v1/articles/" + story + "/comments")
                .then()
                .body("items[0].replies.id", contains(answer))
                .body("items[0].replies[0].author.name", is("The editors"))
                .body("items[0].replies[0].author.staff", is(true));
    }

    @Test
    void the_desk_mends_and_deletes_what_is_written() {
        String id = aReply().on(story).extract().path("id");
        decide(id, "approve");
        as(Role.MODERATOR)
                .header("If-Match", "\"2\"")
                .body(Map.of("body", "Mended", "name", "I."))
                .patch("/v1/manage/comments/" + id)
                .then()
                .statusCode(200)
                .body("text", is("Mended"))
                .body("author.name", is("I."))
                .body("editedAt", not(nullValue()));
        as(Role.MODERATOR)
                .header("If-Match", "\"3\"")
                .delete("/v1/manage/comments/" + id)
                .then()
                .statusCode(204);
        as(Role.MODERATOR)
                .get("/v1/manage/comments/" + id)
                .then()
                .body("status", is("deleted"))
                .body("author.email", nullValue())
                .body("body", nullValue());
        decide(id, "approve").statusCode(409).body("type", is("/problems/comment-deleted"));
    }

    @Test
    void a_purged_article_takes_its_comments_along() {
        String id = aReply().on(story).extract().path("id");
        as(Role.ADMIN).header("If-Match", "*").delete("/v1/manage/articles/" + story);
        as(Role.ADMIN).post("/v1/manage/articles/" + story + "/purge").then().statusCode(204);
        as(Role.MODERATOR).get("/v1/manage/comments/" + id).then().statusCode(404);
    }

    private static ValidatableResponse decide(String id, String decision) {
        return as(Role.MODERATOR)
                .post("/v1/manage/comments/" + id + "/" + decision)
                .then();
    }

    private static ValidatableResponse reply(String id, Map<String, String> reply) {
        return as(Role.MODERATOR)
                .body(reply)
                .post("/v1/manage/comments/" + id + "/replies")
                .then();
    }

    private static ValidatableResponse queue(String query) {
        return as(Role.MODERATOR).get("/v1/manage/comments" + query).then().statusCode(200);
    }

    private static ValidatableResponse containing(String text) {
        return as(Role.MODERATOR)
                .queryParam("text", text)
                .get("/v1/manage/comments")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse search(Map<String, String> search, String query) {
        return as(Role.MODERATOR)
                .body(search)
                .post("/v1/manage/comments/search" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse many(String query, Map<String, Object> decisions) {
        return as(Role.MODERATOR)
                .body(decisions)
                .post("/v1/manage/comments/decide" + query)
                .then()
                .statusCode(200);
    }
}
