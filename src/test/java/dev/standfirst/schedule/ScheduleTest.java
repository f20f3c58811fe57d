package dev.standfirst.schedule;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job is switched off in tests; it is asked to do its work here, and what it would do by itself is what it is asked. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class ScheduleTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SettableClock clock;

    @Inject
    AnnouncingJob job;

    @Inject
    DataSource database;

    private int known;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(NOON);
    }

    @Test
    void a_story_two_seconds_ahead_is_served_within_its_second_and_announced_once_when_the_job_runs() {
        String fog = aStory().publishedAt(NOON.plusSeconds(2)).create();
        forget();
        clock.stopAt(NOON.plusMillis(1_999));
        nobody().get("/v1/articles/" + fog).then().statusCode(404);
        clock.stopAt(NOON.plusSeconds(2));
        nobody().get("/v1/articles/" + fog).then().statusCode(200);
        assertThat(told()).isEmpty();
        job.announce();
        job.announce();
        assertThat(told()).containsExactly("article.live a-story");
        as(Role.EDITOR)
                .get("/v1/manage/changes?action=article.live")
                .then()
                .body("items.actor.name", contains("system"))
                .body("items[0].groups", hasItem("articles"));
    }

    @Test
    void what_happened_while_the_server_was_down_is_told_in_its_order() {
        aStory().titled("C").publishedAt(NOON.plusSeconds(30)).create();
        aStory().titled("A")
                .publishedAt(NOON.plusSeconds(10))
                .with("unpublishAt", "2026-03-01T12:00:40Z")
                .create();
        String changed = aStory().titled("B").published().create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "News"))
                .patch(ARTICLES + changed + "?draft=true");
        as(Role.EDITOR)
                .post(ARTICLES + changed + "/publish?at=2026-03-01T12:00:20Z")
                .then()
                .statusCode(200);
        aStory().titled("D").publishedAt(NOON.plusSeconds(3600)).create();
        forget();
        clock.stopAt(NOON.plusSeconds(600));
        job.announce();
        assertThat(told()).containsExactly("article.live a", "article.publish b", "article.live c", "article.end a");
        job.announce();
        assertThat(told()).hasSize(4);
    }

    @Test
    void of_several_nodes_at_once_each_moment_is_told_by_one() throws Exception {
        for (int i = 0; i < 20; i++) {
            aStory().titled("S" + i).publishedAt(NOON.plusSeconds(i + 1)).create();
        }
        forget();
        clock.stopAt(NOON.plusSeconds(60));
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> nodes = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(node -> () -> {
                        job.announce();
                        return true;
                    })
                    .toList();
            for (Future<Boolean> node : pool.invokeAll(nodes)) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
        job.announce();
        assertThat(told())
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(i -> "article.live s" + i)
                        .toList());
    }

    @Test
    void a_change_of_a_story_that_went_live_untold_comes_after_the_telling() {
        String fog = aStory().publishedAt(NOON.plusSeconds(2)).create();
        forget();
        clock.stopAt(NOON.plusSeconds(5));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "News"))
                .patch(ARTICLES + fog)
                .then()
                .statusCode(200);
        job.announce();
        assertThat(told()).containsExactly("article.live a-story", "article.update a-story");
    }

    @Test
    void what_an_editor_publishes_or_takes_back_is_told_by_that_alone() {
        String fog = aStory().published().create();
        as(Role.EDITOR).post(ARTICLES + fog + "/unpublish").then().statusCode(200);
        aStory().titled("Old")
                .publishedAt(NOON.minusSeconds(86_400))
                .with("unpublishAt", "2026-03-01T00:00:00Z")
                .create();
        aStory().titled("Draft").with("publishedAt", "2026-01-01T00:00:00Z").create();
        forget();
        job.announce();
        assertThat(told()).isEmpty();
    }

    @Test
    void a_story_that_is_scheduled_anew_is_told_anew() {
        String fog = aStory().publishedAt(NOON.plusSeconds(2)).create();
        forget();
        clock.stopAt(NOON.plusSeconds(5));
        job.announce();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("publishedAt", "2026-03-01T12:01:00Z"))
                .patch(ARTICLES + fog);
        clock.stopAt(NOON.plusSeconds(120));
        job.announce();
        assertThat(told()).containsExactly("article.live a-story", "article.update a-story", "article.live a-story");
    }

    @Test
    void the_schedule_lists_what_goes_live_changes_and_ends_in_order() {
        aStory().titled("C").publishedAt(NOON.plusSeconds(30)).create();
        aStory().titled("A")
                .publishedAt(NOON.plusSeconds(10))
                .with("unpublishAt", "2026-03-01T12:00:40Z")
                .create();
        aStory().titled("Draft").with("publishedAt", "2026-03-01T12:00:15Z").create();
        String changed = aStory().titled("B").published().create();
        as(Role.EDITOR).header("If-Match", "*").body(Map.of("title", "B2")).patch(ARTICLES + changed + "?draft=true");
        as(Role.EDITOR)
                .post(ARTICLES + changed + "/publish?at=2026-03-01T12:00:20Z")
                .then()
                .statusCode(200);
        schedule("?from=2026-03-01T12:00:01Z")
                .body("items.slug", contains("a", "b", "c", "a"))
                .body("items.event", contains("live", "update", "live", "end"))
                .body("items.title", contains("A", "B", "C", "A"));
        schedule("?from=2026-03-01T12:00:20Z&to=2026-03-01T12:00:40Z").body("items.slug", contains("b", "c"));
        schedule("?from=2026-03-01T12:00:00Z&to=2026-03-01T12:00:01Z").body("items.slug", contains("b"));
        clock.stopAt(NOON.plusSeconds(35));
        schedule("").body("items.slug", contains("a")).body("items.event", contains("end"));
        schedule("?from=2027-01-01T00:00:00Z").body("items", empty());
        as(Role.READER).get("/v1/manage/schedule?from=noon").then().statusCode(400);
    }

    @Test
    void editions_of_collections_are_scheduled_and_told_among_the_stories() {
        aStory().titled("A").publishedAt(NOON.plusSeconds(10)).create();
        aStory().titled("C").publishedAt(NOON.plusSeconds(30)).create();
        as(Role.EDITOR)
                .body(Map.of("name", "Front page"))
                .post("/v1/manage/collections")
                .then()
                .statusCode(201);
        as(Role.EDITOR)
                .body(Map.of("startsAt", "2026-03-01T12:00:20Z", "items", List.of(Map.of("article", "a"))))
                .post("/v1/manage/collections/front-page/schedule")
                .then()
                .statusCode(201);
        schedule("")
                .body("items.slug", contains("a", "front-page", "c"))
                .body("items.event", contains("live", "collection", "live"));
        clock.stopAt(NOON.plusSeconds(60));
        job.announce();
        job.announce();
        as(Role.EDITOR)
                .get("/v1/manage/changes?limit=3")
                .then()
                .body("items.action", contains("article.live", "collection.live", "article.live"))
                .body("items[1].thing.version", equalTo(3))
                .body("items[1].groups", hasItem("collections"));
    }

    @Test
    void a_change_of_a_collection_of_which_an_edition_began_untold_comes_after_the_telling() {
        aStory().titled("A").published().create();
        as(Role.EDITOR)
                .body(Map.of("name", "Front page"))
                .post("/v1/manage/collections")
                .then()
                .statusCode(201);
        as(Role.EDITOR)
                .body(Map.of("startsAt", "2026-03-01T12:00:02Z", "items", List.of(Map.of("article", "a"))))
                .post("/v1/manage/collections/front-page/schedule")
                .then()
                .statusCode(201);
        clock.stopAt(NOON.plusSeconds(5));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("description", "News"))
                .patch("/v1/manage/collections/front-page")
                .then()
                .statusCode(200)
                .body("version", equalTo(4));
        job.announce();
        as(Role.EDITOR)
                .get("/v1/manage/changes?type=collection&limit=2")
                .then()
                .body("items.action", contains("collection.update", "collection.live"))
                .body("items.thing.version", contains(4, 3));
    }

    @Test
    void a_story_that_cannot_be_told_of_holds_up_no_other_and_is_tried_again_a_minute_later() throws SQLException {
        aStory().titled("A").publishedAt(NOON.plusSeconds(2)).create();
        aStory().titled("B").publishedAt(NOON.plusSeconds(3)).create();
        forget();
        clock.stopAt(NOON.plusSeconds(5));
        run("create function fails() returns trigger language plpgsql as 'begin raise ''no''; end'");
        run(
                "create trigger fails before update on article for each row when (old.slug = 'a') execute function fails()");
        try {
            job.announce();
        } finally {
            run("drop function fails cascade");
        }
        assertThat(told()).containsExactly("article.live b");
        job.announce();
        assertThat(told()).containsExactly("article.live b");
        clock.stopAt(NOON.plusSeconds(65));
        job.announce();
        assertThat(told()).containsExactly("article.live b", "article.live a");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_walk_through_a_schedule_of_one_moment_neither_repeats_nor_skips() {
        for (int i = 0; i < 7; i++) {
            aStory().titled("S" + i)
                    .publishedAt(NOON.plusSeconds(60))
                    .with("unpublishAt", "2026-03-01T13:00:00Z")
                    .create();
        }
        List<String> seen = new ArrayList<>();
        String next = "/v1/manage/schedule?limit=3";
        while (next != null) {
            var page = as(Role.READER).get(next).then().statusCode(200).extract();
            List<Map<String, String>> items = page.path("items");
            items.forEach(item -> seen.add(item.get("event") + " " + item.get("slug")));
            next = page.path("page.next");
        }
        assertThat(seen).hasSize(14).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 7)).allMatch(entry -> entry.startsWith("live"));
    }

    /** What the log tells of articles from now on. */
    private List<String> told() {
        var log = as(Role.EDITOR)
                .get("/v1/manage/changes?type=article&limit=100")
                .then()
                .statusCode(200)
                .extract();
        List<String> actions = log.path("items.action");
        List<String> ids = log.path("items.thing.id");
        List<String> told = new ArrayList<>();
        for (int i = actions.size() - 1; i >= 0; i--) {
            told.add(actions.get(i) + " "
                    + as(Role.READER).get(ARTICLES + ids.get(i)).path("slug"));
        }
        return told.subList(known, told.size());
    }

    private void forget() {
        known += told().size();
    }

    private static ValidatableResponse schedule(String query) {
        return as(Role.READER).get("/v1/manage/schedule" + query).then().statusCode(200);
    }
}
