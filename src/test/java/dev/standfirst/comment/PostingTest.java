package dev.standfirst.comment;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Reply;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class PostingTest {
    private static final String NOBODYS = "0195a000-0000-7000-8000-000000000001";

    @Inject
    SettableClock clock;

    @Test
    void a_first_comment_waits_and_is_seen_once_it_is_approved() {
        String story = aStory().published().create();
        String id = aReply().saying("I saw the *fog*.")
                .on(story)
                .statusCode(202)
                .header("Location", nullValue())
                .body("status", is("pending"))
                .body("html", is("<p>I saw the <em>fog</em>.</p>"))
                .body("editToken", startsWith("ct_"))
                .extract()
                .path("id");
        comments(story).body("items", empty());
        nobody().get("/v1/comments/" + id).then().statusCode(404);

        decide(id, "approve").statusCode(200);
        comments(story)
                .body("items.id", is(List.of(id)))
                .body("items[0].status", is("approved"))
                .body("items[0].author.name", is("Ines"))
                .body("items[0].author.staff", is(false))
                .body("items[0].text", is("I saw the fog."));
        nobody().get("/v1/comments/" + id).then().statusCode(200).body("id", is(id));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void the_policy_of_the_article_decides_what_is_shown_at_once(String policy, Reply reply, int status) {
        String story = aStory().published().with("commentPolicy", policy).create();
        reply.on(story).statusCode(status);
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                Arguments.of("closed", aReply(), 403),
                Arguments.of("all", aReply(), 202),
                Arguments.of("first", aReply(), 202),
                Arguments.of("links", aReply(), 201),
                Arguments.of("links", aReply().saying("See https://example.org/fog"), 202),
                Arguments.of("links", aReply().withPage("https://ines.example/"), 202),
                Arguments.of("open", aReply().saying("See https://example.org/fog"), 201));
    }

    @Test
    void the_policy_of_the_site_holds_where_an_article_has_none() {
        String story = aStory().published().create();
        as(Role.MODERATOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("policy", "open"))
                .put("/v1/manage/comments/policy")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        String id = aReply().on(story).statusCode(201).extract().path("id");
        comments(story).body("items.id", is(List.of(id)));
        as(Role.MODERATOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("policy", "closed"))
                .put("/v1/manage/comments/policy")
                .then()
                .statusCode(412);
    }

    @Test
    void a_comment_that_is_shown_says_where() {
        String story = open();
        aReply().on(story).statusCode(201).header("Location", startsWith("/v1/comments/"));
    }

    @Test
    void a_reader_is_known_by_the_address_together_with_the_token_of_an_approved_comment() {
        String story = aStory().published().with("commentPolicy", "first").create();
        var first = aReply().by("Ines").on(story).statusCode(202).extract();
        String token = first.path("editToken");
        aReply().by("Ines").knownBy(token).on(story).statusCode(202); // it is not approved yet

        decide(first.path("id"), "approve");
        aReply().by("Ines").saying("And again.").on(story).statusCode(202); // an address alone can be guessed
        aReply().by("Osric")
                .knownBy(token)
                .saying("Me too.")
                .on(story)
                .statusCode(202); // a token alone can be passed on
        aReply().by("Ines").knownBy(token).saying("Here I am.").on(story).statusCode(201);

        clock.advance(Duration.ofDays(181));
        aReply().by("Ines").knownBy(token).saying("Years later.").on(story).statusCode(202);
    }

    @Test
    void comments_close_so_many_days_after_the_article_was_published() {
        Instant published = Instant.parse("2026-03-01T09:00:00Z");
        clock.stopAt(published);
        String story = aStory().publishedAt(published)
                .with("commentPolicy", "open")
                .with("commentsCloseAfterDays", 14)
                .create();
        clock.stopAt(published.plus(Duration.ofDays(14)).minusMillis(1));
        aReply().on(story).statusCode(201);
        form(story).body("open", is(true)).body("closesAt", is("2026-03-15T09:00:00Z"));
        nobody().get("/v1/articles/" + story)
                .then()
                .body("commentsOpen", is(true))
                .header("Cache-Control", containsString("s-maxage=0"));

        clock.stopAt(published.plus(Duration.ofDays(14)));
        aReply().on(story).statusCode(403).body("type", is("/problems/comments-closed"));
        form(story).body("open", is(false));
        nobody().get("/v1/articles/" + story).then().body("commentsOpen", is(false));
        comments(story).body("items", hasSize(1));
    }

    @Test
    void a_comment_is_answered_and_stands_below_what_it_answers() {
        String story = open();
        String first = aReply().on(story).extract().path("id");
        String answer = aReply().to(first).on(story).statusCode(201).extract().path("id");
        comments(story)
                .body("items.id", is(List.of(first)))
                .body("items[0].replyCount", is(1))
                .body("items[0].replies.id", is(List.of(answer)))
                .body("items[0].replies[0].parentId", is(first))
                .body("items[0].replies[0].replyTo", nullValue());
    }

    @Test
    void only_a_comment_of_the_same_article_that_readers_see_is_answered() {
        String story = open();
        String elsewhere = aReply().on(open()).extract().path("id");
        String waiting = aReply().on(aStory().published().create()).extract().path("id");
        aReply().to(NOBODYS).on(story).statusCode(422).body("type", is("/problems/unknown-parent"));
        aReply().to(elsewhere)
                .on(story)
                .statusCode(422)
                .body("type", is("/problems/parent-elsewhere"))
                .body("errors[0].pointer", is("#/parentId"));
        aReply().to(waiting).on(story).statusCode(422).body("type", is("/problems/parent-elsewhere"));
        for (String decision : List.of("spam", "trash")) {
            String taken = aReply().on(story).extract().path("id");
            decide(taken, decision);
            aReply().to(taken).on(story).statusCode(422).body("type", is("/problems/parent-not-shown"));
        }
        String held = aReply().on(story).extract().path("id");
        decide(held, "trash");
        decide(held, "restore");
        aReply().to(held).on(story).statusCode(422).body("type", is("/problems/parent-not-shown"));
        var own = aReply().on(story).extract();
        with(own.path("editToken"))
                .delete("/v1/comments/" + own.path("id"))
                .then()
                .statusCode(204);
        aReply().to(own.path("id")).on(story).statusCode(422).body("type", is("/problems/parent-not-shown"));
        comments(story).body("items", empty());
    }

    @Test
    void only_a_live_article_takes_comments() {
        aReply().on("there-is-none").statusCode(404);
        aReply().on(aStory().create()).statusCode(404);
        aReply().on(aStory().publishedAt(clock.instant().plusSeconds(60)).create())
                .statusCode(404);
        String withdrawn = aStory().published().create();
        as(Role.EDITOR).header("If-Match", "*").delete("/v1/manage/articles/" + withdrawn);
        aReply().on(withdrawn).statusCode(410);
        nobody().get("/v1/articles/" + withdrawn + "/comments").then().statusCode(410);
        nobody().get("/v1/articles/" + withdrawn + "/comments/form").then().statusCode(410);
        queue("").body("items", empty());
    }

    @Test
    void an_old_slug_leads_on_to_the_comments() {
        String story = aStory().titled("Fog").published().create();
        as(Role.EDITOR).header("If-Match", "*").body(Map.of("slug", "mist")).patch("/v1/manage/articles/" + story);
        nobody().redirects()
                .follow(false)
                .body(aReply().draft())
                .post("/v1/articles/fog/comments")
                .then()
                .statusCode(308)
                .header("Location", containsString("/comments"));
        nobody().get("/v1/articles/fog/comments?sort=newest").then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_cannot_be_taken_is_refused_with_its_place_and_nothing_is_kept(Reply reply, String pointer, String code) {
        String story = open();
        reply.on(story).statusCode(422).body("errors[0].pointer", is(pointer)).body("errors[0].code", is(code));
        queue("").body("items", empty());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(aReply().saying("a".repeat(100_000)), "#/body", "size"),
                Arguments.of(aReply().saying("> ".repeat(5_000)), "#/body", "quotes-too-deep"),
                Arguments.of(aReply().saying("Ring \u0007"), "#/body", "control-character"),
                Arguments.of(aReply().saying("abc\u202Edef"), "#/body", "direction-character"),
                Arguments.of(aReply().saying("See https://\u0430pple.com/"), "#/body", "homograph-host"),
                Arguments.of(aReply().saying(" \n "), "#/body", "not-blank"),
                Arguments.of(aReply().saying("\u200B"), "#/body", "nothing-to-see"),
                Arguments.of(
                        aReply().saying("https://" + "\u00fc".repeat(2000) + ".de x \u0007"),
                        "#/body",
                        "control-character"),
                Arguments.of(aReply().named("ines@readers.example.org"), "#/author/name", "address-in-name"),
                Arguments.of(aReply().named("  "), "#/author/name", "not-blank"),
                Arguments.of(aReply().named("In\nes"), "#/author/name", "line-break"),
                Arguments.of(aReply().named("Ines\u202E"), "#/author/name", "direction-character"),
                Arguments.of(aReply().from("ines"), "#/author/email", "email"),
                Arguments.of(aReply().from("ines@localhost"), "#/author/email", "email"),
                Arguments.of(aReply().from("a@b@example.org"), "#/author/email", "email"),
                Arguments.of(aReply().withPage("javascript:alert(1)"), "#/author/url", "http-url"),
                Arguments.of(aReply().withPage("https://xn--pple-43d.com/"), "#/author/url", "homograph-host"));
    }

    @Test
    void who_falls_into_the_trap_is_told_nothing_and_the_desk_why() {
        String story = open();
        aReply().with("website", "https://casino.example.org/")
                .on(story)
                .statusCode(202)
                .body("status", is("pending"));
        queue("?status=spam").body("items[0].score", is(100)).body("items[0].reasons[0].layer", is("trap"));
        comments(story).body("items", empty());
    }

    @Test
    void who_fell_into_the_trap_does_not_get_out_by_an_edit() {
        String story = open();
        var own = aReply().with("website", "https://casino.example.org/")
                .on(story)
                .extract();
        patch(own.path("id"), own.path("editToken"), "Well said")
                .statusCode(200)
                .body("status", is("pending"));
        queue("?status=spam").body("items[0].reasons.layer", hasItem("trap"));
        comments(story).body("items", empty());
    }

    @Test
    void what_is_changed_after_a_moderator_approved_it_waits_again() {
        String story = aStory().published().with("commentPolicy", "first").create();
        var own = aReply().saying("Nice").on(story).extract();
        decide(own.path("id"), "approve");
        patch(own.path("id"), own.path("editToken"), "Cheap pills")
                .statusCode(200)
                .body("status", is("pending"));
        comments(story).body("items", empty());
        decide(own.path("id"), "approve");
        comments(story).body("items.text", is(List.of("Cheap pills")));
    }

    @Test
    void a_comment_that_no_moderator_approved_speaks_for_nobody() {
        String token = aReply().on(open()).statusCode(201).extract().path("editToken");
        String story = aStory().published().with("commentPolicy", "first").create();
        aReply().saying("Here I am").knownBy(token).on(story).statusCode(202);
    }

    @Test
    void who_is_known_is_known_by_each_of_the_comments_that_follow() {
        String story = aStory().published().with("commentPolicy", "first").create();
        var first = aReply().on(story).extract();
        decide(first.path("id"), "approve");
        String second = aReply().saying("Second")
                .knownBy(first.path("editToken"))
                .on(story)
                .statusCode(201)
                .extract()
                .path("editToken");
        aReply().saying("Third").knownBy(second).on(story).statusCode(201);
    }

    @Test
    void what_its_writer_deletes_is_not_given_again_to_a_repeated_request() {
        String story = open();
        var draft = aReply().saying("Forget this").draft();
        var own = nobody().header("Idempotency-Key", "once").body(draft).post("/v1/articles/" + story + "/comments");
        with(own.path("editToken"))
                .delete("/v1/comments/" + own.path("id"))
                .then()
                .statusCode(204);
        nobody().header("Idempotency-Key", "once")
                .body(draft)
                .post("/v1/articles/" + story + "/comments")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("id", not(is(own.<String>path("id"))));
    }

    @Test
    void two_readers_who_choose_one_key_do_not_meet() {
        String story = open();
        for (String name : List.of("Ines", "Osric")) {
            nobody().header("Idempotency-Key", "form")
                    .body(aReply().by(name).draft())
                    .post("/v1/articles/" + story + "/comments")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", nullValue());
        }
    }

    @Test
    void who_answers_a_form_faster_than_a_person_waits() {
        clock.stopAt(clock.instant());
        String story = open();
        String form = form(story).extract().path("formToken");
        clock.advance(Duration.ofSeconds(1));
        aReply().with("formToken", form).on(story).statusCode(202);
        clock.advance(Duration.ofSeconds(9));
        aReply().by("Osric").with("formToken", form).on(story).statusCode(201);
        aReply().by("Maud").with("formToken", "nonsense").on(story).statusCode(202);
    }

    @Test
    void who_is_blocked_is_refused_and_nothing_is_kept() {
        String story = open();
        as(Role.MODERATOR)
                .body(Map.of("kind", "domain", "value", "readers.example.org", "action", "refuse"))
                .post("/v1/manage/blocks")
                .then()
                .statusCode(201);
        aReply().on(story).statusCode(403).body("type", is("/problems/comment-refused"));
        queue("").body("items", empty());
    }

    @Test
    void decisions_of_the_desk_teach_what_spam_is() {
        String story = aStory().published().with("commentPolicy", "open").create();
        for (int i = 0; i < 50; i++) {
            decide(
                    aReply().by("Ham" + i)
                            .saying("The harbour and the fog, number " + i)
                            .on(story)
                            .extract()
                            .path("id"),
                    "trash");
            decide(
                    aReply().by("Spam" + i)
                            .saying("Cheap casino bonus pills, number " + i)
                            .on(story)
                            .extract()
                            .path("id"),
                    "spam");
        }
        as(Role.MODERATOR)
                .body(Map.of("decision", "approve"))
                .post("/v1/manage/comments/decide?status=trash")
                .then()
                .statusCode(200)
                .body("changed", is(50));
        aReply().by("Osric").saying("Casino bonus! Cheap pills!").on(story).statusCode(202);
        aReply().by("Maud").saying("The fog over the harbour").on(story).statusCode(201);
        queue("?text=bonus!").body("items[0].reasons.layer", hasItem("learned"));
    }

    @Test
    void a_request_that_is_sent_again_is_kept_once_and_gives_the_same_token() {
        String story = open();
        var draft = aReply().draft();
        String address = "/v1/articles/" + story + "/comments";
        var first = nobody().header("Idempotency-Key", "a-phone").body(draft).post(address);
        var again = nobody().header("Idempotency-Key", "a-phone").body(draft).post(address);
        first.then().statusCode(201).body("editToken", startsWith("ct_"));
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        comments(story).body("items", hasSize(1));
    }

    @Test
    void an_edit_token_changes_its_own_comment_for_a_quarter_of_an_hour() {
        clock.stopAt(Instant.parse("2026-03-01T09:00:00Z"));
        String story = open();
        var own = aReply().saying("Fog")
                .on(story)
                .body("editableUntil", is("2026-03-01T09:15:00Z"))
                .extract();
        String id = own.path("id");
        clock.advance(Duration.ofMinutes(14));
        patch(id, own.path("editToken"), "Mist")
                .statusCode(200)
                .body("status", is("approved"))
                .body("editedAt", is("2026-03-01T09:14:00Z"))
                .body("$", not(hasKey("editToken")));
        comments(story).body("items[0].text", is("Mist")).body("items[0].editedAt", is("2026-03-01T09:14:00Z"));
        clock.advance(Duration.ofMinutes(1));
        patch(id, own.path("editToken"), "Haze").statusCode(403).body("type", is("/problems/edit-token-expired"));
        with(own.path("editToken")).delete("/v1/comments/" + id).then().statusCode(403);
        comments(story).body("items[0].text", is("Mist"));
    }

    @Test
    void a_token_that_is_none_or_cut_or_of_another_comment_changes_nothing() {
        String story = open();
        var own = aReply().saying("Fog").on(story).extract();
        String another = aReply().saying("Gulls").on(story).extract().path("editToken");
        String id = own.path("id");
        String token = own.path("editToken");
        nobody().body(Map.of("body", "Mist"))
                .patch("/v1/comments/" + id)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", is("/problems/edit-token-required"));
        for (String bad : List.of(token.substring(0, 40), token + "A", "ct_", "nonsense", "ct_" + "A".repeat(43))) {
            patch(id, bad, "Mist").statusCode(401).body("type", is("/problems/edit-token-invalid"));
        }
        patch(id, another, "Mist").statusCode(403).body("type", is("/problems/edit-token-of-another"));
        patch(NOBODYS, token, "Mist").statusCode(403); // no token asks whether there is a comment
        comments(story).body("items[0].text", is("Fog"));
    }

    @Test
    void an_edit_of_a_comment_that_is_shown_is_judged_again() {
        String story = aStory().published().with("commentPolicy", "links").create();
        var own = aReply().on(story).statusCode(201).extract();
        patch(own.path("id"), own.path("editToken"), "See https://example.org/")
                .statusCode(200)
                .body("status", is("pending"));
        comments(story).body("items", empty());
        count(story, 0);
        patch(own.path("id"), own.path("editToken"), "Never mind").body("status", is("approved"));
        count(story, 1);
    }

    @Test
    void an_edit_does_not_undo_what_a_moderator_decided() {
        String story = open();
        var own = aReply().on(story).extract();
        decide(own.path("id"), "trash");
        patch(own.path("id"), own.path("editToken"), "Please?").statusCode(200).body("status", is("pending"));
        queue("?status=trash").body("items[0].body", is("Please?"));
    }

    @Test
    void who_deletes_a_comment_with_replies_leaves_a_gap_that_says_nothing() {
        String story = open();
        var own = aReply().saying("Fog").on(story).extract();
        String answer = aReply().to(own.path("id")).on(story).extract().path("id");
        with(own.path("editToken"))
                .delete("/v1/comments/" + own.path("id"))
                .then()
                .statusCode(204);
        comments(story)
                .body("items[0].id", equalTo(own.path("id")))
                .body("items[0].status", is("deleted"))
                .body("items[0].author", nullValue())
                .body("items[0].html", nullValue())
                .body("items[0].text", nullValue())
                .body("items[0].replies.id", is(List.of(answer)));
        count(story, 1);
        patch(own.path("id"), own.path("editToken"), "Back").statusCode(404);
    }

    @Test
    void a_comment_without_replies_is_gone_when_it_is_deleted() {
        String story = open();
        var own = aReply().saying("Fog").on(story).extract();
        with(own.path("editToken"))
                .delete("/v1/comments/" + own.path("id"))
                .then()
                .statusCode(204);
        comments(story).body("items", empty());
        nobody().get("/v1/comments/" + own.path("id")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam", "trash"})
    void what_is_rejected_with_replies_leaves_a_gap_too(String decision) {
        String story = open();
        String id = aReply().saying("Fog").on(story).extract().path("id");
        String answer = aReply().to(id).on(story).extract().path("id");
        String below = aReply().to(answer).on(story).extract().path("id");
        decide(id, decision);
        decide(answer, decision);
        comments(story)
                .body("items[0].status", is("deleted"))
                .body("items[0].replyCount", is(1))
                .body("items[0].replies[0].status", is("deleted"))
                .body("items[0].replies[0].replies.id", is(List.of(below)));
        decide(below, decision);
        comments(story).body("items", empty());
        decide(id, "approve");
        comments(story).body("items[0].status", is("approved")).body("items[0].replies", empty());
    }

    private String open() {
        return aStory().published().with("commentPolicy", "open").create();
    }

    private static ValidatableResponse comments(String story) {
        return nobody().get("/v1/articles/" + story + "/comments").then().statusCode(200);
    }

    private static ValidatableResponse form(String story) {
        return nobody().get("/v1/articles/" + story + "/comments/form")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }

    private static void count(String story, int number) {
        nobody().get("/v1/comments/counts?articles=" + story)
                .then()
                .statusCode(200)
                .body("items[0].count", is(number));
    }

    private static ValidatableResponse patch(String id, String token, String body) {
        return with(token)
                .body(Map.of("body", body))
                .patch("/v1/comments/" + id)
                .then();
    }

    private static ValidatableResponse decide(String id, String decision) {
        return as(Role.MODERATOR)
                .post("/v1/manage/comments/" + id + "/" + decision)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse queue(String query) {
        return as(Role.MODERATOR).get("/v1/manage/comments" + query).then().statusCode(200);
    }
}
