package dev.standfirst.comment;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class RetentionTest {
    @Inject
    SettableClock clock;

    @Inject
    RetentionJob job;

    private String story;

    @BeforeEach
    void aStoryTakesComments() {
        story = aStory().published().with("commentPolicy", "open").create();
    }

    @Test
    void where_a_comment_came_from_is_forgotten_after_thirty_days_and_its_address_is_not() {
        String old = aReply().on(story).extract().path("id");
        clock.advance(Duration.ofDays(2));
        String newer = aReply().on(story).extract().path("id");
        clock.advance(Duration.ofDays(29));
        job.forget();
        comment(old)
                .body("network", nullValue())
                .body("userAgent", nullValue())
                .body("author.email", is("ines@readers.example.org"));
        comment(newer).body("network", is("127.0.0.0/24")).body("userAgent", notNullValue());
    }

    @Test
    void what_was_rejected_is_deleted_after_thirty_days_and_its_place_after_thirty_more() {
        String spam = aReply().saying("Casino").on(story).extract().path("id");
        String kept = aReply().on(story).extract().path("id");
        decide(spam, "spam");
        clock.advance(Duration.ofDays(29));
        job.forget();
        comment(spam).body("text", is("Casino"));
        clock.advance(Duration.ofDays(2));
        job.forget();
        comment(spam).body("status", is("deleted")).body("text", nullValue()).body("author.email", nullValue());
        clock.advance(Duration.ofDays(31));
        job.forget();
        as(Role.MODERATOR).get("/v1/manage/comments/" + spam).then().statusCode(404);
        comment(kept).body("status", is("approved"));
    }

    @Test
    void a_thread_below_what_was_rejected_stays_whole() {
        String trash = aReply().saying("Rude").on(story).extract().path("id");
        String answer = aReply().to(trash).on(story).extract().path("id");
        decide(trash, "trash");
        clock.advance(Duration.ofDays(31));
        job.forget();
        clock.advance(Duration.ofDays(31));
        job.forget();
        nobody().get("/v1/articles/" + story + "/comments")
                .then()
                .body("items.id", contains(trash))
                .body("items[0].status", is("deleted"))
                .body("items[0].replies.id", contains(answer));
    }

    @Test
    void a_chain_of_rejected_comments_goes_from_its_end() {
        String first = aReply().on(story).extract().path("id");
        String second = aReply().to(first).on(story).extract().path("id");
        decide(first, "spam");
        decide(second, "spam");
        for (int month = 0; month < 2; month++) {
            clock.advance(Duration.ofDays(31));
            job.forget();
        }
        as(Role.MODERATOR).get("/v1/manage/comments").then().body("items", empty());
    }

    private static ValidatableResponse comment(String id) {
        return as(Role.MODERATOR).get("/v1/manage/comments/" + id).then().statusCode(200);
    }

    private static void decide(String id, String decision) {
        as(Role.MODERATOR)
                .post("/v1/manage/comments/" + id + "/" + decision)
                .then()
                .statusCode(200);
    }
}
