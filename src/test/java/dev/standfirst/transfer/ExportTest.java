package dev.standfirst.transfer;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.standfirst.access.Role;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.author.AuthorDraft;
import dev.standfirst.collection.CollectionDraft;
import dev.standfirst.comment.EarlierComment;
import dev.standfirst.redirect.RedirectDraft;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import dev.standfirst.tag.TagDraft;
import dev.standfirst.testing.Actors;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import dev.standfirst.testing.TableRows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class ExportTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Map<String, String> RESTORE = Map.of("restore", "true");

    @Inject
    Queries queries;

    @Inject
    Statements statements;

    @Inject
    SettableClock clock;

    @Test
    void what_is_taken_out_and_restored_is_the_same_byte_for_byte_and_row_for_row() throws SQLException {
        makeSite();
        String before = exported();
        Map<String, List<String>> rows = TableRows.of(Tables.EXPORTED);
        assertThat(rows).allSatisfy((table, some) -> assertThat(some).as(table).isNotEmpty());
        BlankSlate.wipe();

        restored(before).finished();

        assertThat(exported()).isEqualTo(before);
        assertThat(TableRows.of(Tables.EXPORTED)).isEqualTo(rows);
        restored(before).finished().counted(0, 0, lines(before) - 1, 0);
    }

    @Test
    void what_an_older_release_derived_comes_back_and_is_unchanged_the_second_time() throws SQLException {
        makeSite();
        statements.run(Sql.of("update article_body set blocks = cast(blocks as jsonb)"));
        String before = exported();
        BlankSlate.wipe();

        restored(before).finished();

        assertThat(exported()).isEqualTo(before);
        restored(before).finished().counted(0, 0, lines(before) - 1, 0);
    }

    @Test
    void what_is_restored_is_read_as_it_was() throws SQLException {
        makeSite();
        List<String> paths = List.of(
                "/v1/articles/thick-fog",
                "/v1/articles/thick-fog/comments",
                "/v1/articles/thick-fog/related",
                "/v1/articles?tag=weather",
                "/v1/collections/front-page",
                "/v1/authors/ines",
                "/v1/resolve?path=/2020/fog.html");
        List<String> before =
                paths.stream().map(path -> nobody().get(path).asString()).toList();
        String history = as(Role.EDITOR).get(ARTICLES + "thick-fog/revisions/1").asString();
        String site = exported();
        BlankSlate.wipe();
        clock.stopAt(NOON.plusSeconds(100));
        restored(site).finished();
        assertThat(paths.stream().map(path -> nobody().get(path).asString())).isEqualTo(before);
        assertThat(as(Role.EDITOR).get(ARTICLES + "thick-fog/revisions/1").asString())
                .isEqualTo(history);
        as(Role.EDITOR)
                .get(ARTICLES + "thick-fog")
                .then()
                .body("pending", is(true))
                .body("title", is("Mist"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("title", "Haze"))
                .patch(ARTICLES + "thick-fog?draft=true")
                .then()
                .statusCode(200);
        nobody().redirects().follow(false).get("/v1/articles/fog").then().statusCode(308);
    }

    @Test
    void a_working_copy_that_is_due_by_now_is_published_once_all_that_it_says_is_restored() throws SQLException {
        makeSite();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("items", List.of(Map.of("article", "snow"))))
                .put(ARTICLES + "thick-fog/related?draft=true")
                .then()
                .statusCode(200);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post(ARTICLES + "thick-fog/publish?at=" + NOON.plusSeconds(50))
                .then()
                .statusCode(200);
        List<String> lines = exported().lines().toList();
        BlankSlate.wipe();
        clock.stopAt(NOON.plusSeconds(100));

        for (int many = 1; many <= lines.size(); many++) {
            restored(String.join("\n", lines.subList(0, many))).finished();
            nobody().get("/v1/articles");
        }

        nobody().get("/v1/articles/thick-fog").then().body("title", is("Mist"));
        as(Role.EDITOR).get(ARTICLES + "thick-fog/related").then().body("items.article.slug", is(List.of("snow")));
        as(Role.EDITOR)
                .get(ARTICLES + "thick-fog/revisions")
                .then()
                .body(
                        "items.findAll { it.action == 'article.publish' }.size()",
                        is(2)); // the story itself, and its copy
    }

    @Test
    void an_export_says_what_readers_see_from_its_moment_on() {
        makeSite();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post(ARTICLES + "thick-fog/publish?at=" + NOON.plusSeconds(50))
                .then()
                .statusCode(200);
        clock.stopAt(NOON.plusSeconds(50));

        assertThat(lines(exported(), "article").map(line -> line.getString("title")))
                .contains("Mist");
    }

    @Test
    void a_restoration_that_is_sent_again_leaves_a_merged_tag_and_its_articles_as_they_are() throws SQLException {
        String site = siteThatIsRestored();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("into", "weather"))
                .post("/v1/manage/tags/night/merge")
                .then()
                .statusCode(200);

        assertThat(restored(site).finished().faults())
                .isNotEmpty()
                .allMatch(fault -> fault.endsWith("/problems/not-restored"));

        nobody().redirects().follow(false).get("/v1/tags/night").then().statusCode(308);
        nobody().get("/v1/articles/thick-fog").then().body("tags.slug", is(List.of("weather")));
    }

    @Test
    void a_restoration_that_is_sent_again_brings_back_no_working_copy_that_was_dropped() throws SQLException {
        String site = siteThatIsRestored();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete(ARTICLES + "thick-fog/working-copy")
                .then()
                .statusCode(204);

        SentFile again = restored(site);

        assertThat(again.finished().faults())
                .allMatch(fault -> fault.endsWith("/problems/not-restored"))
                .anyMatch(fault -> fault.contains("#/stored/working_copy/0"));
        as(Role.EDITOR).get(ARTICLES + "thick-fog").then().body("pending", is(false));
    }

    @Test
    void the_drafts_of_an_export_change_nothing_where_they_come_from() {
        makeSite();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete(ARTICLES + "thick-fog/working-copy")
                .then()
                .statusCode(204);
        as(Role.EDITOR).post(ARTICLES + "rain/restore").then().statusCode(200);
        String site = exported();
        SentFile sent = SentFile.of(Map.of(), site.getBytes(UTF_8)).finished();
        assertThat(sent.faults()).isEmpty();
        sent.counted(0, 0, drafts(site), 0);
        assertThat(exported()).isEqualTo(site);
    }

    @Test
    void the_drafts_of_an_export_make_the_site_anew_elsewhere() throws SQLException {
        makeSite();
        String site = exported();
        BlankSlate.wipe();
        clock.stopAt(NOON.plusSeconds(100));
        SentFile sent = SentFile.of(Map.of(), site.getBytes(UTF_8)).finished();
        assertThat(sent.faults()).isEmpty();
        nobody().get("/v1/articles/thick-fog/comments").then().body("items.size()", is(2));
        nobody().get("/v1/collections/front-page").then().body("items[0].article.slug", is("thick-fog"));
        nobody().get("/v1/articles/rain").then().statusCode(404);
        int all = drafts(site);
        SentFile.of(Map.of(), site.getBytes(UTF_8)).finished().counted(0, 0, all, 0);
    }

    @Test
    void a_line_has_each_member_of_its_draft() {
        makeSite();
        String site = exported();
        Map<String, Class<? extends Record>> drafts = Map.of(
                "author", AuthorDraft.class,
                "tag", TagDraft.class,
                "article", ArticleDraft.class,
                "collection", CollectionDraft.class,
                "redirect", RedirectDraft.class,
                "comment", EarlierComment.class);
        drafts.forEach((type, draft) -> {
            JsonPath line = lines(site, type).findFirst().orElseThrow();
            assertThat(line.<String, Object>getMap("").keySet())
                    .as(type)
                    .containsAll(Arrays.stream(draft.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        });
    }

    @Test
    void each_table_has_an_exporter_or_a_reason() {
        assertThat(TableRows.tables())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Tables.EXPORTED.stream(), Tables.LEFT_OUT.keySet().stream())
                                .toList());
        makeSite();
        String site = exported();
        assertThat(Tables.EXPORTED).allSatisfy(table -> assertThat(site).contains("\"" + table + "\":[{"));
    }

    @Test
    void an_export_since_another_has_what_was_changed_and_what_is_gone() {
        makeSite();
        Response all = export("");
        String token = all.header("Standfirst-Change");
        assertThat(lines(export("?since=" + token).asString())).isEqualTo(1);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("kicker", "Weather"))
                .patch(ARTICLES + "snow")
                .then()
                .statusCode(200);
        aReply().by("Late").saying("So it is").shownOn("thick-fog");
        String merged = as(Role.EDITOR).get("/v1/manage/tags/night").path("id");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("into", "weather"))
                .post("/v1/manage/tags/night/merge")
                .then()
                .statusCode(200);
        String collection =
                as(Role.EDITOR).get("/v1/manage/collections/front-page").path("id");
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/collections/front-page")
                .then()
                .statusCode(204);
        String changed = export("?since=" + token).asString();
        assertThat(lines(changed, "article").map(line -> line.getString("slug")))
                .containsExactlyInAnyOrder("snow", "thick-fog");
        assertThat(lines(changed, "comment").map(line -> line.getString("body")))
                .containsExactly("So it is");
        assertThat(lines(changed, "tag").map(line -> line.getString("slug"))).containsExactly("weather");
        assertThat(lines(changed, "gone").map(line -> line.getString("id")))
                .containsExactlyInAnyOrder(collection, merged);
        assertThat(lines(changed, "author")).isEmpty();
    }

    @Test
    void an_export_since_another_says_what_lies_in_the_trash_and_has_no_line_without_anything_in_it() {
        as(Role.EDITOR)
                .body(Map.of("title", "Rain"))
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
        String token = export("").header("Standfirst-Change");
        as(Role.EDITOR).header("If-Match", "*").delete(ARTICLES + "rain").then().statusCode(204);

        String changed = export("?since=" + token).asString();

        assertThat(lines(changed, "gone").map(line -> line.getString("slug"))).containsExactly("rain");
        assertThat(lines(changed, "stored").map(line -> line.getMap("stored")))
                .isNotEmpty()
                .noneMatch(Map::isEmpty);
    }

    @Test
    void an_export_since_another_has_the_rules_of_comments_that_were_changed() {
        String token = export("").header("Standfirst-Change");
        assertThat(export("?since=" + token).asString()).doesNotContain("comment_block");
        as(Role.MODERATOR)
                .body(Map.of("kind", "word", "value", "casino", "action", "spam"))
                .post("/v1/manage/blocks")
                .then()
                .statusCode(201);
        assertThat(export("?since=" + token).asString()).contains("\"comment_block\":[{", "casino");
    }

    @Test
    void what_was_restored_is_told_by_no_export_since_then() throws SQLException {
        aStory().create();
        String site = exported();
        BlankSlate.wipe();
        String token = export("").header("Standfirst-Change");
        restored(site).finished();
        export("?since=" + token).then().statusCode(410).body("type", equalTo("/problems/resync-required"));
    }

    @ParameterizedTest
    @CsvSource({"4711, 400, invalid-parameter", "4711-0195a000-0000-7000-8000-000000000001, 410, resync-required"})
    void a_token_that_the_log_does_not_have_is_refused(String token, int status, String problem) {
        export("?since=" + token).then().statusCode(status).body("type", equalTo("/problems/" + problem));
    }

    @Test
    void a_restoration_is_for_administrators() {
        SentFile.request()
                .queryParams(RESTORE)
                .body("{}".getBytes(UTF_8))
                .post("/v1/manage/imports")
                .then()
                .statusCode(403)
                .body("detail", containsString("move-site"));
    }

    @Test
    void a_restoration_cannot_be_tried() {
        send("{}", Map.of("restore", "true", "dryRun", "true"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/restoration-untried"));
    }

    @Test
    void an_export_of_another_version_ends_the_restoration() {
        aStory().create();
        String site = exported().replaceFirst("\"schema\":\"[^\"]*\"", "\"schema\":\"1\"");
        SentFile sent = restored(site);
        assertThat(sent.last().getString("state")).isEqualTo("stopped");
        assertThat(sent.faults()).containsExactly("1 #/schema /problems/other-schema");
    }

    @Test
    void what_does_not_say_first_of_which_version_it_is_is_not_restored() {
        String[] site = exported().split("\n", 2);
        SentFile sent = restored(stored("author", "{}") + "\n" + site[0]);
        assertThat(sent.last().getString("state")).isEqualTo("stopped");
        assertThat(sent.faults()).containsExactly("1 #/type /problems/other-schema");
    }

    @Test
    void a_row_that_is_not_taken_is_a_fault_and_those_around_it_are_in() throws SQLException {
        as(Role.EDITOR).body(Map.of("slug", "ines", "name", "Ines")).post("/v1/manage/authors");
        String[] site = exported().split("\n", -1);
        BlankSlate.wipe();
        String author = site[1];
        String changed = author.replace("\"name\":\"Ines\",\"links\"", "\"name\":\"Osric\",\"links\"");
        SentFile sent = restored(String.join(
                "\n",
                site[0],
                "{\"type\":\"stored\"}",
                stored("author", "{\"slug\":\"ada\"}"),
                stored("author", "{\"colour\":\"red\"}"),
                stored("author", "{\"name\":7}"),
                stored("api_key", "{\"role\":\"ADMIN\"}"),
                stored(
                        "article_tag",
                        "{\"article_id\":\"0195a000-0000-7000-8000-000000000001\",\"tag_id\":\"0195a000-0000-7000-8000-000000000001\",\"place\":\"0\"}"),
                author,
                changed,
                author.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"0195a000-0000-7000-8000-000000000001\""),
                author.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"0195a000-0000-7000-8000-000000000002\"")
                        .replace("\"slug\":\"ines\"", "\"slug\":\"other\"")
                        .replace("\"links\":\"[]\"", "\"links\":\"5\""),
                stored(
                        "tag",
                        "{\"id\":\"0195a000-0000-7000-8000-000000000003\",\"slug\":\"t\",\"name\":\"T\",\"kind\":\"BOGUS\",\"custom\":\"{}\",\"created_at\":\"2020-01-01 00:00:00+00\",\"updated_at\":\"2020-01-01 00:00:00+00\",\"version\":\"1\"}"),
                author.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"a \\\\\"reader\\\\\"@example.org\"")));
        String problem = " /problems/not-restored";
        assertThat(sent.finished().faults())
                .containsExactly(
                        "2 #/stored" + problem,
                        "3 #/stored/author/0" + problem,
                        "4 #/stored/author/0/colour" + problem,
                        "5 #/stored/author/0/name" + problem,
                        "6 #/stored/api_key/0" + problem,
                        "7 #/stored/article_tag/0" + problem,
                        "9 #/stored/author/0" + problem,
                        "10 #/stored/author/0" + problem,
                        "11 #/stored/author/0" + problem,
                        "12 #/stored/tag/0" + problem,
                        "13 #/stored/author/0" + problem);
        assertThat(sent.toString())
                .contains("tag_kind_check", "author_links_check", "invalid input syntax for type uuid")
                .doesNotContain("reader");
        sent.counted(1, 0, 0, 11);
    }

    private static String stored(String table, String row) {
        return "{\"type\":\"stored\",\"stored\":{\"" + table + "\":[" + row + "]}}";
    }

    /** A site of which each table has a row. */
    private void makeSite() {
        clock.stopAt(NOON);
        Map<String, Object> odd = new LinkedHashMap<>();
        odd.put("signs", "a\"b\\c\1");
        odd.put("none", null);
        odd.put("number", 1.50);
        SentFile.of(
                        "{\"type\":\"author\",\"externalRef\":{\"source\":\"old\",\"id\":\"a\"},\"slug\":\"ines\",\"name\":\"Ines\",\"bio\":\"Writes.\",\"image\":{\"url\":\"https://example.org/i.jpg\",\"alt\":\"Ines\"},\"links\":[{\"url\":\"https://example.org/ines\",\"title\":\"Page\"}]}")
                .finished()
                .counted(1, 0, 0, 0);
        aStory().titled("Fog")
                .by("ines", "osric")
                .tagged("Weather", "Night")
                .reading("# Fog\n\nThe *old* lamp burns.\n\nA second part, long enough to be kept as what differs.")
                .with("externalRef", Map.of("source", "old", "id", "1"))
                .with("custom", odd)
                .with("seo", Map.of("title", "Fog!"))
                .with("image", Map.of("url", "https://example.org/fog.jpg", "alt", "Fog"))
                .with("commentPolicy", "open")
                .with("featured", true)
                .with("unpublishAt", "2030-01-01T00:00:00Z")
                .published()
                .create();
        aStory().titled("Snow").tagged("Weather").published().create();
        aStory().titled("Rain").published().create();
        aStory().titled("Draft").create();
        edit(
                "fog",
                "",
                Map.of(
                        "slug",
                        "thick-fog",
                        "body",
                        Map.of(
                                "source",
                                "# Fog\n\nThe *new* lamp burns.\n\nA second part, long enough to be kept as what differs.")));
        relate("thick-fog", "snow");
        relate("snow", "rain");
        as(Role.EDITOR)
                .body(Map.of(
                        "name",
                        "Front page",
                        "items",
                        List.of(Map.of("article", "thick-fog"), Map.of("article", "rain", "title", "Rain again"))))
                .post("/v1/manage/collections")
                .then()
                .statusCode(201);
        as(Role.EDITOR)
                .body(Map.of("startsAt", "2026-04-01T00:00:00Z", "items", List.of(Map.of("article", "snow"))))
                .post("/v1/manage/collections/front-page/schedule")
                .then()
                .statusCode(201);
        as(Role.EDITOR)
                .body(Map.of("path", "/2020/fog.html", "article", "thick-fog"))
                .post("/v1/manage/redirects")
                .then()
                .statusCode(201);
        SentFile.of(
                        "{\"type\": \"tag\", \"externalRef\": {\"source\": \"old\", \"id\": \"storms\"}, \"name\": \"Storms\"}")
                .finished();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("into", "weather"))
                .post("/v1/manage/tags/storms/merge")
                .then()
                .statusCode(200);
        discuss();
        edit("thick-fog", "?draft=true", Map.of("title", "Mist"));
        as(Role.EDITOR).header("If-Match", "*").delete(ARTICLES + "rain").then().statusCode(204);
    }

    private static void discuss() {
        var deleted = aReply().from("ada@readers.example.org")
                .saying("I take this back")
                .on("thick-fog")
                .extract();
        aReply().to(deleted.path("id")).saying("Do not").shownOn("thick-fog");
        with(deleted.<String>path("editToken"))
                .delete("/v1/comments/" + deleted.path("id"))
                .then()
                .statusCode(204);
        String shown = aReply().by("Piet")
                .from("piet@readers.example.org")
                .saying("Well said, *Ines*.")
                .shownOn("thick-fog");
        aReply().by("Ada").to(shown).saying("Indeed").shownOn("thick-fog");
        String spam = aReply().saying("Cheap pills").on("thick-fog").extract().path("id");
        as(Role.MODERATOR).post("/v1/manage/comments/" + spam + "/spam").then().statusCode(200);
        aReply().saying("Rain is wet").on("rain").statusCode(202);
        as(Role.MODERATOR)
                .body(Map.of("kind", "domain", "value", "casino.example", "action", "spam"))
                .post("/v1/manage/blocks")
                .then()
                .statusCode(201);
        as(Role.ADMIN)
                .header("If-Match", "*")
                .body(Map.of("policy", "links", "closeAfterDays", 30))
                .put("/v1/manage/comments/policy")
                .then()
                .statusCode(200);
    }

    private static void edit(String article, String query, Map<String, Object> patch) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(patch)
                .patch(ARTICLES + article + query)
                .then()
                .statusCode(200);
    }

    private static void relate(String article, String other) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of(
                        "items",
                        List.of(
                                Map.of("article", other, "relation", "more"),
                                Map.of("url", "https://example.org/" + other, "title", other))))
                .put(ARTICLES + article + "/related")
                .then()
                .statusCode(200);
    }

    private static Response export(String query) {
        return as(Role.ADMIN).get("/v1/manage/export" + query);
    }

    private static String exported() {
        Response answer = export("");
        answer.then().statusCode(200).contentType(Actors.NDJSON);
        return answer.asString();
    }

    /** Restores a site into an empty instance, and returns the file. */
    private String siteThatIsRestored() throws SQLException {
        makeSite();
        String site = exported();
        BlankSlate.wipe();
        restored(site).finished();
        return site;
    }

    private static SentFile restored(String site) {
        return SentFile.of(send(site, RESTORE));
    }

    private static Response send(String site, Map<String, String> query) {
        RequestSpecification request =
                as(Role.ADMIN).config(Actors.SENDING_FILES).contentType(Actors.NDJSON);
        return request.queryParams(query).body(site.getBytes(UTF_8)).post("/v1/manage/imports");
    }

    private static int lines(String site) {
        return (int) site.lines().count();
    }

    private static Stream<JsonPath> lines(String site, String type) {
        return site.lines()
                .map(JsonPath::from)
                .filter(line -> line.getString("type").equals(type));
    }

    /** How many lines say what a draft can say. */
    private static int drafts(String site) {
        return (int) Stream.of("author", "tag", "article", "related", "collection", "redirect", "comment")
                .mapToLong(type -> lines(site, type).count())
                .sum();
    }
}
