package dev.standfirst.article;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Actor;
import dev.standfirst.access.Role;
import dev.standfirst.article.related.RelatedDraft;
import dev.standfirst.article.related.RelatedService;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class WorkingCopyTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LINK = "{\"items\":[{\"url\":\"https://example.org/new\",\"title\":\"New\"}]}";

    private static final ArticleOptions.OnRelate IN_PLACE = new ArticleOptions.OnRelate(false, null);

    @Inject
    SettableClock clock;

    @Inject
    ArticleService articles;

    @Inject
    RelatedService related;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(NOON);
    }

    @Test
    void a_draft_of_a_published_story_is_shown_to_the_desk_and_not_to_readers() {
        String fog = published("Fog");
        String etag = nobody().get("/v1/articles/" + fog).header("ETag");
        clock.stopAt(NOON.plusSeconds(60));
        draft(Role.EDITOR, fog, Map.of("title", "Mist", "tags", List.of("Night"), "body", Map.of("source", "*New*.")))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("pending", equalTo(true))
                .body("title", equalTo("Mist"))
                .body("body.html", containsString("<em>New</em>"))
                .body("tags.slug", contains("night"))
                .body("workingCopy.status", equalTo("draft"))
                .body("workingCopy.since", equalTo("2026-03-01T12:01:00Z"))
                .body("workingCopy.publishAt", nullValue())
                .body("updatedAt", equalTo("2026-03-01T12:00:00Z"));
        as(Role.READER)
                .get(ARTICLES + fog)
                .then()
                .header("ETag", "\"2\"")
                .body("pending", equalTo(true))
                .body("title", equalTo("Mist"))
                .body("body.source", equalTo("*New*."))
                .body("tags.slug", contains("night"));
        as(Role.READER)
                .get(ARTICLES + fog + "?view=live")
                .then()
                .header("ETag", "\"2\"")
                .body("pending", equalTo(false))
                .body("title", equalTo("Fog"))
                .body("tags.slug", contains("sea"))
                .body("workingCopy.status", equalTo("draft"));
        as(Role.READER)
                .get("/v1/manage/articles?pending=true")
                .then()
                .body("items.title", contains("Fog"))
                .body("items.pending", contains(true));
        as(Role.READER).get("/v1/manage/articles?pending=false").then().body("items", empty());
        nobody().header("If-None-Match", etag).get("/v1/articles/" + fog).then().statusCode(304);
        nobody().get("/v1/tags/night").then().statusCode(404);
    }

    @Test
    void related_links_belong_to_the_copy_too() {
        String fog = published("Fog");
        relate(fog, "", "{\"items\":[{\"url\":\"https://example.org/old\",\"title\":\"Old\"}]}")
                .statusCode(200);
        relate(fog, "?draft=true", LINK).statusCode(200).body("items.url", contains("https://example.org/new"));
        as(Role.READER).get(ARTICLES + fog + "/related").then().body("items.url", contains("https://example.org/new"));
        as(Role.READER)
                .get(ARTICLES + fog + "/related?view=live")
                .then()
                .body("items.url", contains("https://example.org/old"));
        nobody().get("/v1/articles/fog/related").then().body("items.link.url", contains("https://example.org/old"));
        publish(fog, "").statusCode(200);
        nobody().get("/v1/articles/fog/related").then().body("items.link.url", contains("https://example.org/new"));
    }

    @Test
    void while_there_is_a_copy_what_readers_see_is_not_changed_beside_it() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist")).statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "News"))
                .patch(ARTICLES + fog)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/working-copy-exists"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(aStory().draft())
                .put(ARTICLES + fog)
                .then()
                .statusCode(409);
        relate(fog, "", LINK).statusCode(409);
        relate(fog, "", "{\"items\": []}").statusCode(200).body("version", equalTo(2)); // which readers see already
        as(Role.EDITOR)
                .body("{\"ids\":[\"" + as(Role.READER).get(ARTICLES + fog).path("id")
                        + "\"],\"patch\":{\"kicker\":\"News\"}}")
                .post("/v1/manage/articles/bulk")
                .then()
                .body("failed.problem.type", contains("/problems/working-copy-exists"));
    }

    @Test
    void publishing_makes_the_copy_live_whole_and_at_once() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist", "tags", List.of("Night"), "body", Map.of("source", "New.")))
                .statusCode(200);
        clock.stopAt(NOON.plusSeconds(90));
        publish(fog, "?note=Better")
                .statusCode(200)
                .body("pending", equalTo(false))
                .body("workingCopy", nullValue())
                .body("title", equalTo("Mist"))
                .body("publishedAt", equalTo("2026-03-01T12:00:00Z"))
                .body("updatedAt", equalTo("2026-03-01T12:01:30Z"));
        nobody().get("/v1/articles/" + fog)
                .then()
                .body("title", equalTo("Mist"))
                .body("tags.slug", contains("night"))
                .body("body.html", containsString("New."));
        nobody().get("/v1/articles?tag=night").then().body("items", hasSize(1));
        nobody().get("/v1/articles?tag=sea").then().body("items", empty());
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions")
                .then()
                .body("items.action", contains("article.publish", "article.draft", "article.publish"))
                .body("items.pending", contains(false, true, false))
                .body("items[0].fields", empty());
        publish(fog, "").statusCode(409).body("type", equalTo("/problems/nothing-to-publish"));
    }

    @Test
    void what_the_copy_refers_to_and_is_gone_is_left_out_and_merged_tags_are_followed() {
        String fog = published("Fog");
        aStory().titled("Target").create();
        draft(Role.EDITOR, fog, Map.of("tags", List.of("Haze", "Rain"))).statusCode(200);
        relate(fog, "?draft=true", "{\"items\":[{\"article\":\"target\"}]}").statusCode(200);
        as(Role.EDITOR)
                .body("{\"name\":\"Mist\"}")
                .post("/v1/manage/tags")
                .then()
                .statusCode(201);
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
                .delete(ARTICLES + "target")
                .then()
                .statusCode(204);
        as(Role.ADMIN).post(ARTICLES + "target/purge").then().statusCode(204);
        publish(fog, "").statusCode(200).body("tags.slug", contains("mist"));
        as(Role.READER).get(ARTICLES + fog + "/related").then().body("items", empty());
    }

    @Test
    void a_dropped_copy_leaves_what_readers_see_and_can_be_gone_back_to() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist", "body", Map.of("source", "New.")))
                .statusCode(200);
        drop(Role.EDITOR, fog).statusCode(204);
        as(Role.READER)
                .get(ARTICLES + fog)
                .then()
                .body("title", equalTo("Fog"))
                .body("pending", equalTo(false))
                .body("version", equalTo(3));
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions/3")
                .then()
                .body("revision.action", equalTo("article.drop"))
                .body("revision.fields", containsInAnyOrder("title", "body"))
                .body("content.title", equalTo("Fog"))
                .body("content.body.source", equalTo("Old."));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post(ARTICLES + fog + "/revisions/2/revert?draft=true")
                .then()
                .statusCode(200)
                .body("title", equalTo("Mist"))
                .body("pending", equalTo(true));
        nobody().get("/v1/articles/" + fog).then().body("title", equalTo("Fog"));
        drop(Role.EDITOR, fog).statusCode(204);
        drop(Role.EDITOR, fog).statusCode(404);
    }

    @Test
    void a_story_that_is_not_published_is_changed_itself() {
        String fog = aStory().titled("Fog").create();
        draft(Role.EDITOR, fog, Map.of("title", "Mist"))
                .statusCode(200)
                .body("pending", equalTo(false))
                .body("workingCopy", nullValue());
    }

    @Test
    void a_draft_that_changes_nothing_begins_no_copy() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Fog")).statusCode(200).body("version", equalTo(1));
        as(Role.READER).get(ARTICLES + fog).then().body("workingCopy", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"slug, mist", "status, draft", "publishedAt, 2026-03-02T00:00:00Z", "unpublishAt, 2027-03-02T00:00:00Z"
    })
    void what_belongs_to_the_article_is_not_part_of_its_copy(String member, String value) {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist", member, value))
                .statusCode(422)
                .body("type", equalTo("/problems/not-of-a-working-copy"))
                .body("errors.pointer", contains("#/" + member));
        as(Role.READER).get(ARTICLES + fog).then().body("version", equalTo(1));
    }

    @Test
    void a_copy_may_be_put_whole_without_what_belongs_to_the_article() {
        String fog = aStory().titled("Fog")
                .published()
                .with("unpublishAt", "2027-01-01T00:00:00Z")
                .create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("title", "Mist"))
                .put(ARTICLES + fog + "?draft=true")
                .then()
                .statusCode(200)
                .body("slug", equalTo("fog"))
                .body("unpublishAt", equalTo("2027-01-01T00:00:00Z"))
                .body("status", equalTo("published"));
    }

    @Test
    void authors_keep_copies_of_their_own_stories_and_submit_them_and_editors_publish_them() {
        String own =
                aStory().titled("Own").reading("Old.").writtenBy(Role.AUTHOR).create();
        publish(own, "").statusCode(200);
        as(Role.AUTHOR)
                .header("If-Match", "*")
                .body(Map.of("title", "X"))
                .patch(ARTICLES + own)
                .then()
                .statusCode(403);
        draft(Role.AUTHOR, own, Map.of("title", "Owned")).statusCode(200);
        as(Role.AUTHOR)
                .post(ARTICLES + own + "/submit")
                .then()
                .statusCode(200)
                .body("status", equalTo("published"))
                .body("workingCopy.status", equalTo("review"));
        as(Role.AUTHOR).post(ARTICLES + own + "/publish").then().statusCode(403);
        as(Role.EDITOR)
                .post(ARTICLES + own + "/reject")
                .then()
                .statusCode(200)
                .body("workingCopy.status", equalTo("draft"));
        as(Role.EDITOR).post(ARTICLES + own + "/reject").then().statusCode(409);
        as(Role.AUTHOR).post(ARTICLES + own + "/submit").then().statusCode(200);
        publish(own, "").statusCode(200).body("title", equalTo("Owned"));
        String other = published("Other");
        draft(Role.AUTHOR, other, Map.of("title", "Mine")).statusCode(403);
    }

    @Test
    void an_embargoed_copy_is_live_from_its_moment_on_whoever_looks_first() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist", "body", Map.of("source", "New.")))
                .statusCode(200);
        publish(fog, "?at=2026-03-01T12:00:02Z&note=Agreed")
                .statusCode(200)
                .body("pending", equalTo(true))
                .body("workingCopy.publishAt", equalTo("2026-03-01T12:00:02Z"))
                .body("workingCopy.status", equalTo("review"));
        nobody().get("/v1/articles/" + fog)
                .then()
                .body("title", equalTo("Fog"))
                .header("Cache-Control", containsString("max-age=2"));
        clock.stopAt(NOON.plusSeconds(2));
        nobody().get("/v1/articles/" + fog)
                .then()
                .body("title", equalTo("Mist"))
                .body("updatedAt", equalTo("2026-03-01T12:00:02Z"));
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions")
                .then()
                .body("items[0].action", equalTo("article.publish"))
                .body("items[0].actor.name", equalTo("The editor"))
                .body("items[0].note", equalTo("Agreed"))
                .body("items[0].at", equalTo("2026-03-01T12:00:02Z"))
                .body("items", hasSize(4));
    }

    @Test
    void a_change_of_many_stories_finds_them_as_they_are_after_the_moment() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("tags", List.of("Night"))).statusCode(200);
        publish(fog, "?at=2026-03-01T12:00:02Z").statusCode(200);
        clock.stopAt(NOON.plusSeconds(2));

        as(Role.EDITOR)
                .header("Idempotency-Key", "\"the-night\"")
                .body("{\"patch\":{\"kicker\":\"News\"}}")
                .post("/v1/manage/articles/bulk?tag=night")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));
    }

    @Test
    void who_holds_a_story_when_its_copy_comes_due_waits_for_nobody() {
        published("Fog");
        Ref fog = Ref.of("fog");
        draft(Role.EDITOR, "fog", Map.of("title", "Mist")).statusCode(200);
        publish("fog", "?at=2026-03-01T12:00:02Z").statusCode(200);

        QuarkusTransaction.requiringNew().timeout(20).run(() -> {
            related.write(fog, IfMatch.any(), new RelatedDraft(List.of()), IN_PLACE, Actor.system());
            clock.stopAt(NOON.plusSeconds(2));
            articles.id(fog);
            articles.readLive(fog);
        });

        nobody().get("/v1/articles/fog").then().body("title", equalTo("Mist"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles, items.title",
        "/v1/articles?tag=sea, items.title",
        "/v1/manage/articles, items.title",
        "/v1/manage/articles/fog, title",
        "/v1/manage/articles/fog?view=live, title",
        "/v1/manage/articles/fog/related, items.title",
        "/v1/manage/collections/front, items.article.title",
        "/v1/manage/comments, items.article.title",
        "/v1/manage/articles/fog/related?view=live, items.title",
        "/v1/manage/articles/fog/revisions/5, content.title"
    })
    void whatever_is_asked_first_after_the_moment_shows_the_new(String path, String title) {
        String fog = published("Fog");
        as(Role.EDITOR)
                .body(Map.of("slug", "front", "name", "Front", "items", List.of(Map.of("article", fog))))
                .post("/v1/manage/collections")
                .then()
                .statusCode(201);
        aReply().on(fog).statusCode(202);
        draft(Role.EDITOR, fog, Map.of("title", "Mist")).statusCode(200);
        relate(fog, "?draft=true", "{\"items\":[{\"url\":\"https://example.org/mist\",\"title\":\"Mist\"}]}")
                .statusCode(200);
        publish(fog, "?at=2026-03-01T12:00:02Z").statusCode(200);
        clock.stopAt(NOON.plusSeconds(2));
        String body = as(Role.ADMIN).get(path).then().statusCode(200).extract().asString();
        assertThat(JsonPath.from(body).getString(title)).contains("Mist");
        as(Role.READER)
                .get(ARTICLES + fog)
                .then()
                .body("pending", equalTo(false))
                .body("version", equalTo(5));
    }

    @Test
    void comments_are_taken_by_the_policy_of_the_copy_from_its_moment_on() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("commentPolicy", "closed")).statusCode(200);
        publish(fog, "?at=2026-03-01T12:00:02Z").statusCode(200);
        aReply().on(fog).statusCode(202);
        clock.stopAt(NOON.plusSeconds(2));
        aReply().by("Osric").on(fog).statusCode(403);
    }

    @Test
    void an_editor_who_read_before_the_moment_writes_too_late_after_it() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist")).statusCode(200);
        publish(fog, "?at=2026-03-01T12:00:02Z").statusCode(200);
        clock.stopAt(NOON.plusSeconds(2));
        as(Role.EDITOR)
                .header("If-Match", "\"3\"")
                .body(Map.of("title", "Haze"))
                .patch(ARTICLES + fog + "?draft=true")
                .then()
                .statusCode(412)
                .header("ETag", "\"4\"");
    }

    @Test
    void an_embargo_is_taken_back_moved_and_kept_from_those_who_may_not_publish() {
        String own = aStory().titled("Own").writtenBy(Role.AUTHOR).create();
        publish(own, "").statusCode(200);
        draft(Role.AUTHOR, own, Map.of("title", "Owned")).statusCode(200);
        publish(own, "?at=2026-03-01T13:00:00Z").statusCode(200);
        draft(Role.AUTHOR, own, Map.of("title", "Sneaked in")).statusCode(403);
        drop(Role.AUTHOR, own).statusCode(403);
        draft(Role.EDITOR, own, Map.of("title", "Corrected")).statusCode(200);
        publish(own, "?at=2026-03-01T14:00:00Z")
                .statusCode(200)
                .body("workingCopy.publishAt", equalTo("2026-03-01T14:00:00Z"));
        as(Role.EDITOR)
                .post(ARTICLES + own + "/reject")
                .then()
                .statusCode(200)
                .body("workingCopy.publishAt", nullValue());
        clock.stopAt(NOON.plusSeconds(3 * 3600));
        nobody().get("/v1/articles/" + own).then().body("title", equalTo("Own"));
        draft(Role.AUTHOR, own, Map.of("title", "Again")).statusCode(200);
    }

    @Test
    void when_readers_no_longer_see_the_story_the_copy_becomes_the_story() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist")).statusCode(200);
        publish(fog, "?at=2026-03-01T13:00:00Z").statusCode(200);
        as(Role.EDITOR)
                .post(ARTICLES + fog + "/unpublish")
                .then()
                .statusCode(200)
                .body("title", equalTo("Mist"))
                .body("status", equalTo("draft"))
                .body("pending", equalTo(false));
        clock.stopAt(NOON.plusSeconds(2 * 3600));
        nobody().get("/v1/articles/" + fog).then().statusCode(410);
        String other = published("Other");
        draft(Role.EDITOR, other, Map.of("title", "Another")).statusCode(200);
        as(Role.EDITOR).header("If-Match", "*").delete(ARTICLES + other).then().statusCode(204);
        as(Role.EDITOR).post(ARTICLES + other + "/restore").then().body("title", equalTo("Another"));
    }

    @Test
    void readers_hammering_a_story_during_the_switch_never_see_a_mixture() throws Exception {
        clock.reset();
        String fog = aStory().titled("Old title")
                .with("kicker", "Old kicker")
                .tagged("Old tag")
                .reading("Old body.")
                .published()
                .create();
        var pool = Executors.newFixedThreadPool(6);
        AtomicBoolean over = new AtomicBoolean();
        try {
            List<Future<List<String>>> readers = IntStream.range(0, 6)
                    .<Callable<List<String>>>mapToObj(reader -> () -> {
                        List<String> seen = new ArrayList<>();
                        while (!over.get()) {
                            seen.add(ages(nobody().get("/v1/articles/" + fog).jsonPath()));
                        }
                        return seen;
                    })
                    .map(pool::submit)
                    .toList();
            draft(
                            Role.EDITOR,
                            fog,
                            Map.of(
                                    "title",
                                    "New title",
                                    "kicker",
                                    "New kicker",
                                    "tags",
                                    List.of("New tag"),
                                    "body",
                                    Map.of("source", "New body.")))
                    .statusCode(200);
            publish(fog, "").statusCode(200);
            assertThat(ages(nobody().get("/v1/articles/" + fog).jsonPath())).isEqualTo("New New New New");
            over.set(true);
            for (Future<List<String>> reader : readers) {
                assertThat(reader.get())
                        .allMatch(ages -> ages.equals("Old Old Old Old") || ages.equals("New New New New"));
                assertThat(reader.get()).isSortedAccordingTo(Comparator.reverseOrder());
            }
        } finally {
            over.set(true);
            pool.shutdown();
        }
    }

    private static String ages(JsonPath story) {
        return String.join(
                        " ",
                        story.getString("title"),
                        story.getString("kicker"),
                        story.getString("tags[0].name"),
                        story.getString("body.html").replace("<p>", ""))
                .replaceAll(" ?(title|kicker|tag|body\\..*)", "")
                .strip();
    }

    @Test
    void of_many_who_look_first_exactly_one_publishes_an_embargoed_copy() throws Exception {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist")).statusCode(200);
        publish(fog, "?at=2026-03-01T12:00:02Z").statusCode(200);
        clock.stopAt(NOON.plusSeconds(2));
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> readers = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(
                            reader -> () -> nobody().get("/v1/articles/" + fog).path("title"))
                    .toList();
            for (Future<String> reader : pool.invokeAll(readers)) {
                assertThat(reader.get()).isEqualTo("Mist");
            }
        } finally {
            pool.shutdown();
        }
        as(Role.READER).get(ARTICLES + fog).then().body("version", equalTo(4));
        as(Role.EDITOR)
                .get("/v1/manage/changes?action=article.publish")
                .then()
                .body("items", hasSize(2))
                .body("items[0].groups", hasItem("articles"));
    }

    @Test
    void what_is_done_to_a_copy_tells_readers_caches_nothing() {
        String fog = published("Fog");
        draft(Role.EDITOR, fog, Map.of("title", "Mist")).statusCode(200);
        drop(Role.EDITOR, fog).statusCode(204);
        as(Role.EDITOR)
                .get("/v1/manage/changes?limit=2")
                .then()
                .body("items.action", contains("article.drop", "article.draft"))
                .body("items.groups", contains(List.of(), List.of()));
    }

    private static String published(String title) {
        return aStory().titled(title).tagged("Sea").reading("Old.").published().create();
    }

    private static ValidatableResponse draft(Role role, String article, Map<String, ?> changes) {
        return as(role).header("If-Match", "*")
                .body(changes)
                .patch(ARTICLES + article + "?draft=true")
                .then();
    }

    private static ValidatableResponse relate(String article, String query, String links) {
        return as(Role.EDITOR)
                .header("If-Match", "*")
                .body(links)
                .put(ARTICLES + article + "/related" + query)
                .then();
    }

    private static ValidatableResponse publish(String article, String query) {
        return as(Role.EDITOR).post(ARTICLES + article + "/publish" + query).then();
    }

    private static ValidatableResponse drop(Role role, String article) {
        return as(role).header("If-Match", "*")
                .delete(ARTICLES + article + "/working-copy")
                .then();
    }
}
