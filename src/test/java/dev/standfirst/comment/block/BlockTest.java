package dev.standfirst.comment.block;

import static dev.standfirst.comment.spam.Note.aNote;
import static dev.standfirst.testing.Actors.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.standfirst.access.Actor;
import dev.standfirst.access.Role;
import dev.standfirst.comment.spam.Judgement;
import dev.standfirst.comment.spam.Note;
import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.SpamFilter;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import dev.standfirst.testing.HeldLock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class BlockTest {
    private static final String BLOCKS = "/v1/manage/blocks";
    private static final String THE_TURN = "select pg_advisory_xact_lock(hashtextextended('blocks', 0))";

    @Inject
    SpamFilter filter;

    @Inject
    BlockLayer layer;

    @Inject
    BlockService blocks;

    @Inject
    DataSource database;

    @Test
    void a_block_is_created_listed_read_changed_and_deleted() {
        String id = block("domain", "Casino.Example", "spam")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern(BLOCKS + "/[0-9a-f-]{36}"))
                .body("value", equalTo("casino.example"))
                .body("note", equalTo("Why not"))
                .extract()
                .path("id");
        block("word", "casino", "hold").statusCode(201);
        moderator("").then().body("items.value", contains("casino", "casino.example"));
        moderator("?kind=domain").then().body("items.id", contains(id));
        moderator("?kind=range").then().body("items", empty());
        String next = moderator("?limit=1&count=exact")
                .then()
                .body("page.total", equalTo(2))
                .extract()
                .path("page.next");
        as(Role.MODERATOR).get(next).then().body("items.id", contains(id));
        as(Role.MODERATOR)
                .header("If-Match", "\"1\"")
                .body("{\"action\":\"refuse\",\"note\":null}")
                .patch(BLOCKS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("action", equalTo("refuse"))
                .body("note", equalTo(null));
        as(Role.MODERATOR)
                .header("If-Match", "\"2\"")
                .body("{\"action\":\"refuse\"}")
                .patch(BLOCKS + "/" + id)
                .then()
                .header("ETag", "\"2\"");
        delete(id, "\"1\"").statusCode(412);
        delete(id, "\"2\"").statusCode(204);
        moderator("/" + id).then().statusCode(404);
        delete(id, "*").statusCode(404);
    }

    @Test
    void what_is_blocked_already_is_refused_in_any_spelling_and_never_quoted() {
        block("address", "ines@example.org", "hold").statusCode(201);
        block("address", " INES@example.org.", "spam")
                .statusCode(409)
                .body("type", equalTo("/problems/blocked-already"))
                .body("errors.pointer", contains("#/value"))
                .body("detail", not(containsString("ines")));
        block("word", "ines@example.org", "hold").statusCode(201);
    }

    @Test
    void of_two_who_block_the_same_at_once_one_is_told_that_it_is_blocked_already() throws Exception {
        CompletableFuture<Integer> one;
        CompletableFuture<Integer> other;
        try (HeldLock turn = HeldLock.take(database, THE_TURN)) {
            one = turn.andWaiting(
                    1, () -> block("word", "casino", "hold").extract().statusCode());
            other = turn.andWaiting(
                    2, () -> block("word", "Casino", "hold").extract().statusCode());
        }
        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void a_bad_value_has_a_problem_of_its_own() {
        block("range", "192.0.2.0/99", "hold")
                .statusCode(422)
                .body("type", equalTo("/problems/not-a-range"))
                .body("errors.pointer", contains("#/value"));
        block("pattern", "(", "hold").statusCode(422).body("type", equalTo("/problems/invalid-pattern"));
        block("word", " ", "hold").statusCode(422).body("type", equalTo("/problems/validation-failed"));
        block("verse", "x", "hold").statusCode(400);
    }

    @Test
    void all_patterns_together_have_only_so_many_steps() {
        for (int i = 0; i < 2; i++) {
            block("pattern", "(?i)" + i + "[a-z]{990}", "hold").statusCode(201);
        }
        block("pattern", "x[a-z]{90}", "hold").statusCode(409).body("type", equalTo("/problems/patterns-full"));
        block("word", "x", "hold").statusCode(201);
    }

    @Test
    void a_block_counts_from_the_next_comment_on_and_until_it_is_gone() {
        Note comment = aNote().saying("Best casino");
        assertThat(judge(comment)).isEqualTo(Judgement.NONE);
        String hold = block("word", "casino", "hold").extract().path("id");
        assertThat(judge(comment))
                .isEqualTo(
                        new Judgement(50, List.of(new Reason("blocked", 50, "a blocked word, entry " + hold)), false));
        block("word", "best", "spam");
        assertThat(judge(comment).score()).isEqualTo(150);
        as(Role.MODERATOR)
                .header("If-Match", "*")
                .body("{\"action\":\"refuse\"}")
                .patch(BLOCKS + "/" + hold)
                .then()
                .statusCode(200);
        assertThat(judge(comment).refused()).isTrue();
        delete(hold, "*").statusCode(204);
        assertThat(judge(comment).refused()).isFalse();
        assertThat(judge(comment).score()).isEqualTo(100);
    }

    @Test
    void a_comment_costs_one_statement_while_the_lists_are_the_same() {
        block("word", "casino", "hold");
        layer.judge(aNote().sent());
        int before = CountingDriver.executed();
        layer.judge(aNote().sent());
        assertThat(CountingDriver.executed() - before).isEqualTo(1);
    }

    @Test
    void every_write_is_in_the_log_without_the_value() {
        String id = block("address", "ines@example.org", "hold").extract().path("id");
        as(Role.MODERATOR).header("If-Match", "*").body("{\"action\":\"spam\"}").patch(BLOCKS + "/" + id);
        delete(id, "*").statusCode(204);
        String log = as(Role.MODERATOR)
                .get("/v1/manage/changes?type=block")
                .then()
                .body("items.action", contains("block.delete", "block.update", "block.create"))
                .body("items[0].thing.id", equalTo(id))
                .body("items[0].groups", contains("block:" + id, "blocks"))
                .extract()
                .asString();
        assertThat(log).doesNotContain("example.org");
    }

    @Test
    void all_that_the_lists_hold_of_a_person_is_found_and_forgotten() {
        block("address", "Ines@Example.org", "hold");
        block("pattern", "^ines@example\\.org$", "hold");
        block("word", "ines@example.org", "hold");
        block("range", "192.0.2.7", "hold");
        block("range", "2001:db8:1:2::/64", "hold");
        as(Role.MODERATOR)
                .body(Map.of("kind", "word", "value", "casino", "action", "hold", "note", "by INES@example.org"))
                .post(BLOCKS);
        as(Role.MODERATOR)
                .body(Map.of("kind", "word", "value", "poker", "action", "hold", "note", "from 192.0.2.7"))
                .post(BLOCKS);
        block("address", "wines@example.org", "hold");
        block("domain", "example.org", "hold");
        block("range", "192.0.2.0/24", "hold");
        block("range", "2001:db8:1::/48", "hold");
        block("word", "ines", "hold");
        List<String> ips = List.of("192.0.2.7", "2001:db8:1:2::9");
        assertThatThrownBy(() -> blocks.about("ines@example.org", ips)).hasMessageContaining("ransaction");
        List<BlockView> about = QuarkusTransaction.requiringNew().call(() -> blocks.about("INES@example.org", ips));
        assertThat(about).hasSize(7);
        int forgotten =
                QuarkusTransaction.requiringNew().call(() -> blocks.forget("ines@example.org", ips, Actor.system()));
        assertThat(forgotten).isEqualTo(7);
        moderator("")
                .then()
                .body(
                        "items.value",
                        contains(
                                "ines",
                                "2001:db8:1::/48",
                                "192.0.2.0/24",
                                "example.org",
                                "wines@example.org",
                                "poker",
                                "casino"))
                .body("items.note", contains("Why not", "Why not", "Why not", "Why not", "Why not", null, null));
        assertThat(judge(aNote().by("Otto").from("ines@example.com", "2001:db8:1:2::9"))
                        .reasons())
                .extracting(Reason::detail)
                .allMatch(detail -> detail.startsWith("a blocked range"))
                .hasSize(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> blocks.forget("ines@example.org", ips, Actor.system())))
                .isZero();
        assertThat(QuarkusTransaction.requiringNew().call(() -> blocks.about("no address", List.of("no ip"))))
                .isEmpty();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> blocks.forget(" ", ips, Actor.system())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Judgement judge(Note note) {
        return filter.judge(note.sent());
    }

    private static ValidatableResponse block(String kind, String value, String action) {
        Map<String, String> draft = new LinkedHashMap<>(Map.of("kind", kind, "value", value, "action", action));
        draft.put("note", "Why not");
        return as(Role.MODERATOR).body(draft).post(BLOCKS).then();
    }

    private static Response moderator(String rest) {
        return as(Role.MODERATOR).get(BLOCKS + rest);
    }

    private static ValidatableResponse delete(String id, String match) {
        return as(Role.MODERATOR)
                .header("If-Match", match)
                .delete(BLOCKS + "/" + id)
                .then();
    }
}
