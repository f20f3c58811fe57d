package dev.standfirst.article.history;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Actor;
import dev.standfirst.access.Role;
import dev.standfirst.revision.Revisions;
import dev.standfirst.revision.Snapshot;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class HistoryTest {
    private static final String ARTICLES = "/v1/manage/articles/";

    @Inject
    Queries queries;

    @Inject
    Revisions revisions;

    @Test
    void each_change_is_a_revision_that_says_who_made_it_and_what_and_why() {
        String fog = aStory().titled("Fog").writtenBy(Role.AUTHOR).create();
        patch(Role.AUTHOR, fog, Map.of("title", "Thick fog", "kicker", "News"), "?note=Clearer")
                .statusCode(200);
        as(Role.EDITOR).post(ARTICLES + fog + "/publish?note=Go").then().statusCode(200);
        revisions(fog)
                .body("items.number", contains(3, 2, 1))
                .body("items.action", contains("article.publish", "article.update", "article.create"))
                .body("items.actor.name", contains("The editor", "The author", "The author"))
                .body("items.note", contains("Go", "Clearer", null))
                .body("items.pending", contains(false, false, false))
                .body("items[0].fields", containsInAnyOrder("status", "publishedAt"))
                .body("items[1].fields", containsInAnyOrder("title", "kicker"))
                .body("items[2].fields", hasItem("body"));
    }

    @Test
    void a_revision_is_read_as_it_was_whatever_came_after_it() {
        String fog = aStory().titled("Fog")
                .tagged("Sea", "Night")
                .by("ines")
                .reading("Thick.\n")
                .with("custom", Map.of("rate", 1.10))
                .create();
        patch(
                        Role.EDITOR,
                        fog,
                        Map.of("title", "Mist", "tags", List.of("Night"), "body", Map.of("source", "Thin.")),
                        "")
                .statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("name", "The night"))
                .patch("/v1/manage/tags/night");
        revision(fog, 1)
                .body("content.title", equalTo("Fog"))
                .body("content.tags.name", contains("Sea", "Night"))
                .body("content.authors.slug", contains("ines"))
                .body("content.body.source", equalTo("Thick.\n"))
                .body("content.body.format", equalTo("markdown"))
                .body("content.custom.rate", equalTo(1.10f))
                .body("content.status", equalTo("draft"))
                .body("content.image", nullValue());
        revision(fog, 2)
                .body("content.title", equalTo("Mist"))
                .body("content.tags.name", contains("Night"))
                .body("content.body.source", equalTo("Thin."));
    }

    @Test
    void a_walk_through_the_history_shows_each_revision_once() {
        String fog = aStory().create();
        for (int i = 0; i < 6; i++) {
            patch(Role.EDITOR, fog, Map.of("kicker", "No. " + i), "").statusCode(200);
        }
        List<Integer> seen = new ArrayList<>();
        String next = ARTICLES + fog + "/revisions?limit=3";
        while (next != null) {
            var page = as(Role.READER).get(next).then().statusCode(200).extract();
            seen.addAll(page.path("items.number"));
            next = page.path("page.next");
        }
        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void a_diff_tells_fields_as_a_json_patch_and_the_body_by_lines_and_words() {
        String fog = aStory().titled("Fog")
                .reading("One line.\n\nThe old lamp burns.\n\nLast.")
                .create();
        patch(
                        Role.EDITOR,
                        fog,
                        Map.of(
                                "title",
                                "Mist",
                                "body",
                                Map.of("source", "One line.\n\nThe new lamp burns.\n\nLast.\nMore.")),
                        "")
                .statusCode(200);
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions/1/diff/2")
                .then()
                .statusCode(200)
                .body("fields.op", contains("replace"))
                .body("fields.path", contains("/title"))
                .body("fields.value", contains("Mist"))
                .body("body", hasSize(2))
                .body("body[0].oldLine", equalTo(3))
                .body("body[0].removed", contains("The old lamp burns."))
                .body("body[0].added", contains("The new lamp burns."))
                .body("body[0].words.fate", contains("kept", "removed", "added", "kept"))
                .body("body[0].words.text", contains("The ", "old", "new", " lamp burns."))
                .body("body[1].newLine", equalTo(6))
                .body("body[1].added", contains("More."))
                .body("body[1].words", nullValue());
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions/2/diff/2")
                .then()
                .body("fields", empty())
                .body("body", empty());
    }

    @Test
    void a_list_too_long_to_be_compared_is_replaced_whole_whatever_else_is() {
        List<Integer> many = Collections.nCopies(2_000, 1);
        List<Integer> others = Collections.nCopies(2_001, 1);
        String fog = aStory().titled("Fog")
                .with("custom", Map.of("deep", List.of(Map.of("many", many)), "b", 1))
                .create();
        patch(
                        Role.EDITOR,
                        fog,
                        Map.of("title", "Mist", "custom", Map.of("deep", List.of(Map.of("many", others)), "b", 1)),
                        "")
                .statusCode(200);
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions/1/diff/2")
                .then()
                .statusCode(200)
                .body("fields.op", contains("replace", "replace"))
                .body("fields.path", contains("/title", "/custom"))
                .body("fields[1].value.deep[0].many", hasSize(2_001))
                .body("fields[1].value.b", equalTo(1));
    }

    /** Each place alone may be compared; all of them together may not. */
    @Test
    void what_a_comparison_may_take_is_for_the_whole_of_two_texts() {
        List<RevisionDiff.Hunk> hunks = TextDiff.between(places("old"), places("new"));
        assertThat(hunks).hasSize(20);
        assertThat(hunks.get(0).words()).isNotNull();
        assertThat(hunks.get(19).words()).isNull();
    }

    private static String places(String word) {
        return IntStream.range(0, 20)
                .mapToObj(place -> "The place " + place + "\n"
                        + IntStream.range(0, 750)
                                .mapToObj(number -> word + number)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_revert_is_a_new_revision_and_keeps_address_status_and_times() {
        String fog = aStory().titled("Fog")
                .tagged("Sea")
                .reading("Old.")
                .with("slug", "fog")
                .create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"items\":[{\"url\":\"https://example.org/a\",\"title\":\"A\"}]}")
                .put(ARTICLES + fog + "/related")
                .then()
                .statusCode(200);
        patch(
                        Role.EDITOR,
                        fog,
                        Map.of(
                                "title",
                                "Mist",
                                "slug",
                                "mist",
                                "tags",
                                List.of(),
                                "body",
                                Map.of("source", "New."),
                                "status",
                                "published"),
                        "")
                .statusCode(200);
        as(Role.EDITOR).header("If-Match", "*").body("{\"items\":[]}").put(ARTICLES + "mist/related");
        revert(Role.EDITOR, "mist", 2, "?note=Better before")
                .statusCode(200)
                .body("title", equalTo("Fog"))
                .body("slug", equalTo("mist"))
                .body("status", equalTo("published"))
                .body("tags.slug", contains("sea"))
                .body("body.source", equalTo("Old."))
                .body("version", equalTo(5));
        as(Role.READER)
                .get("/v1/articles/mist/related")
                .then()
                .body("items.link.url", hasItem("https://example.org/a"));
        revisions("mist").body("items", hasSize(5)).body("items[0].action", equalTo("article.revert"));
    }

    @Test
    void a_revert_leaves_out_what_is_gone_and_follows_merged_tags() {
        aStory().titled("Target").with("slug", "target").create();
        String fog =
                aStory().titled("Fog").tagged("Sea", "Haze", "Rain").by("ines").create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"items\":[{\"article\":\"target\"}]}")
                .put(ARTICLES + fog + "/related")
                .then()
                .statusCode(200);
        as(Role.EDITOR).header("If-Match", "*").body("{\"items\":[]}").put(ARTICLES + fog + "/related");
        patch(Role.EDITOR, fog, Map.of("tags", List.of("Mist"), "authors", List.of()), "")
                .statusCode(200);
        as(Role.EDITOR)
                .body("{\"into\":\"mist\"}")
                .post("/v1/manage/tags/haze/merge")
                .then()
                .statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/tags/rain")
                .then()
                .statusCode(204);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/authors/ines")
                .then()
                .statusCode(204);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete(ARTICLES + "target")
                .then()
                .statusCode(204);
        as(Role.ADMIN).post(ARTICLES + "target/purge").then().statusCode(204);
        revert(Role.EDITOR, fog, 2, "")
                .statusCode(200)
                .body("tags.slug", contains("sea", "mist"))
                .body("authors", empty());
        as(Role.READER).get(ARTICLES + fog + "/related").then().body("items", empty());
    }

    @Test
    void a_revert_to_what_it_says_already_makes_no_revision() {
        String fog = aStory().create();
        revert(Role.EDITOR, fog, 1, "").statusCode(200).body("version", equalTo(1));
        revisions(fog).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "99, 404, revision-unknown",
        "0, 404, revision-unknown",
        "-1, 404, revision-unknown",
        "nine, 404, not-found"
    })
    void a_revision_that_is_not_there_is_said_to_be_none(String number, int status, String problem) {
        String fog = aStory().create();
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions/" + number)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post(ARTICLES + fog + "/revisions/" + number + "/revert")
                .then()
                .statusCode(status);
    }

    @Test
    void the_numbers_of_one_story_are_none_of_another() {
        String fog = aStory().titled("Fog").create();
        patch(Role.EDITOR, fog, Map.of("kicker", "News"), "").statusCode(200);
        String other = aStory().titled("Other").create();
        as(Role.READER)
                .get(ARTICLES + other + "/revisions/1/diff/2")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/revision-unknown"));
        as(Role.READER).get(ARTICLES + "none/revisions/1/diff/1").then().statusCode(404);
    }

    @Test
    void a_stale_write_is_not_told_of_a_body_that_is_the_same_again() {
        String fog = aStory().titled("Fog").reading("Old.").create();
        patch(Role.ADMIN, fog, Map.of("body", Map.of("source", "New.")), "").statusCode(200);
        patch(Role.ADMIN, fog, Map.of("body", Map.of("source", "Old."), "kicker", "News"), "")
                .statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "Haze"))
                .patch(ARTICLES + fog)
                .then()
                .statusCode(412)
                .body("errors.pointer", containsInAnyOrder(null, "#/kicker"));
    }

    @Test
    void a_stale_write_is_told_which_fields_were_changed_and_by_whom() {
        String fog = aStory().titled("Fog").reading("Old.").create();
        patch(Role.EDITOR, fog, Map.of("title", "Mist"), "").statusCode(200);
        patch(Role.ADMIN, fog, Map.of("body", Map.of("source", "New."), "kicker", "News"), "")
                .statusCode(200);
        patch(Role.ADMIN, fog, Collections.singletonMap("kicker", null), "").statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "Haze"))
                .patch(ARTICLES + fog)
                .then()
                .statusCode(412)
                .header("ETag", "\"4\"")
                .body("errors.pointer", containsInAnyOrder(null, "#/title", "#/body"))
                .body(
                        "errors.find { it.pointer == '#/title' }.detail",
                        equalTo("was changed in version 2 by The editor"))
                .body(
                        "errors.find { it.pointer == '#/body' }.detail",
                        equalTo("was changed in version 3 by The admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"99\"", "\"0\"", "\"abc\"", "\"1\", \"2\"", "W/\"1\"", "\"999999999999999999999999\""})
    void a_version_that_never_was_is_just_stale(String sent) {
        String fog = aStory().create();
        patch(Role.EDITOR, fog, Map.of("title", "Mist"), "").statusCode(200);
        patch(Role.EDITOR, fog, Map.of("title", "Haze"), "").statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", sent)
                .body(Map.of("title", "Fog"))
                .patch(ARTICLES + fog)
                .then()
                .statusCode(412)
                .body("errors.header", hasItem("If-Match"));
    }

    @Test
    void of_two_hundred_writers_at_once_exactly_the_accepted_ones_are_in_the_history_in_order() throws Exception {
        String fog = aStory().titled("Fog").create();
        List<Callable<String>> writers = IntStream.range(0, 200)
                .<Callable<String>>mapToObj(writer -> () -> {
                    String match = as(Role.EDITOR).get(ARTICLES + fog).header("ETag");
                    String title = "By " + writer;
                    int status = as(Role.EDITOR)
                            .header("If-Match", match)
                            .body(Map.of("title", title))
                            .patch(ARTICLES + fog)
                            .statusCode();
                    assertThat(status).isIn(200, 412);
                    return status == 200 ? title : "";
                })
                .toList();
        List<String> accepted = new ArrayList<>();
        var pool = Executors.newFixedThreadPool(32);
        try {
            for (Future<String> writer : pool.invokeAll(writers)) {
                if (!writer.get().isEmpty()) {
                    accepted.add(writer.get());
                }
            }
        } finally {
            pool.shutdown();
        }
        List<Integer> numbers = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        String next = ARTICLES + fog + "/revisions?limit=100";
        while (next != null) {
            var page = as(Role.READER).get(next).then().extract();
            numbers.addAll(page.path("items.number"));
            next = page.path("page.next");
        }
        for (int number = 2; number <= numbers.size(); number++) {
            titles.add(revision(fog, number).extract().path("content.title"));
        }
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, accepted.size() + 1)
                        .map(i -> accepted.size() + 2 - i)
                        .boxed()
                        .toList());
        assertThat(titles).containsExactlyInAnyOrderElementsOf(accepted);
        as(Role.READER).get(ARTICLES + fog).then().body("title", equalTo(titles.get(titles.size() - 1)));
    }

    @Test
    void a_thousand_edits_of_a_word_in_fifty_kilobytes_take_less_than_a_megabyte_and_each_is_exact() {
        StringBuilder text = new StringBuilder(fiftyKilobytes());
        String fog = aStory().reading(text.toString()).create();
        UUID article = UUID.fromString(as(Role.READER).get(ARTICLES + fog).path("id"));
        Snapshot first = revisions.restore(article, 1).orElseThrow().snapshot();
        List<String> texts = new ArrayList<>(List.of("", text.toString()));
        for (int number = 2; number <= 1_001; number++) {
            String before = texts.get(number - 1);
            int place = number * 7919 % 49_000;
            text.replace(place, place + 4, "e" + Integer.toString(number + 2_000, 36));
            texts.add(text.toString());
            Revisions.Made made = new Revisions.Made(
                    article,
                    number,
                    Instant.EPOCH,
                    Actor.system(),
                    "a.b",
                    null,
                    false,
                    saying(first, before),
                    saying(first, text.toString()));
            QuarkusTransaction.requiringNew().run(() -> revisions.append(List.of(made)));
        }
        long bytes = queries.one(Sql.of("""
                        select (select sum(pg_column_size(revision_text.*)) from revision_text)
                             + (select sum(pg_column_size(article_revision.*)) from article_revision) bytes"""), row -> row.bigint("bytes"));
        assertThat(bytes).isLessThan(1_000_000);
        for (int number : List.of(1, 2, 500, 999, 1_000, 1_001)) {
            assertThat(revisions
                            .restore(article, number)
                            .orElseThrow()
                            .snapshot()
                            .text()
                            .source())
                    .isEqualTo(texts.get(number));
        }
    }

    private static Snapshot saying(Snapshot snapshot, String text) {
        return new Snapshot(
                snapshot.members(), new Snapshot.Text(snapshot.text().format(), text));
    }

    /** Words that do not compress better than prose does. */
    private static String fiftyKilobytes() {
        Random random = new Random(5);
        List<String> words = IntStream.range(0, 3_000)
                .mapToObj(i -> Integer.toString(random.nextInt(60_000_000), 36))
                .toList();
        StringBuilder text = new StringBuilder();
        while (text.length() < 50_000) {
            text.append(words.get((int) Math.min(2_999, Math.abs(random.nextGaussian() * 700))))
                    .append(random.nextInt(12) == 0 ? ".\n\n" : " ");
        }
        return text.toString();
    }

    @Test
    void revisions_that_leave_the_body_alone_share_it() {
        String fog = aStory().reading("A text.").create();
        patch(Role.EDITOR, fog, Map.of("title", "Mist"), "").statusCode(200);
        patch(Role.EDITOR, fog, Map.of("title", "Haze"), "").statusCode(200);
        assertThat(queries.count(Sql.of("from revision_text where true"))).isEqualTo(1);
        revision(fog, 3).body("content.body.source", equalTo("A text."));
    }

    private static ValidatableResponse patch(Role role, String article, Map<String, ?> changes, String query) {
        return as(role).header("If-Match", "*")
                .body(changes)
                .patch(ARTICLES + article + query)
                .then();
    }

    private static ValidatableResponse revert(Role role, String article, int number, String query) {
        return as(role).header("If-Match", "*")
                .post(ARTICLES + article + "/revisions/" + number + "/revert" + query)
                .then();
    }

    private static ValidatableResponse revision(String article, int number) {
        return as(Role.READER)
                .get(ARTICLES + article + "/revisions/" + number)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse revisions(String article) {
        return as(Role.READER).get(ARTICLES + article + "/revisions").then().statusCode(200);
    }
}
