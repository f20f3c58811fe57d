package dev.standfirst.transfer;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.transfer.SentFile.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.standfirst.access.Role;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import dev.standfirst.testing.Actors;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class ImportTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    Statements statements;

    @Inject
    Queries queries;

    @Inject
    SettableClock clock;

    private static final String AUTHOR = """
            {"type": "author", "externalRef": {"source": "old", "id": "7"}, "slug": "ines", "name": "Ines Calloway"}""";
    private static final String TAG = """
            {"type": "tag", "externalRef": {"source": "old", "id": "h"}, "name": "Harbour"}""";
    private static final String ARTICLE = """
            {"type": "article", "externalRef": {"source": "old", "id": "1"}, "slug": "fog", "title": "Fog", "status": "published",
             "publishedAt": "2020-01-01T00:00:00Z", "body": {"source": "Thick *fog*."}, "authors": [{"source": "old", "id": "7"}],
             "tags": [{"source": "old", "id": "h"}, "Weather"]}""".replace("\n", "");
    private static final String SECOND = """
            {"type": "article", "slug": "rain", "title": "Rain", "authors": ["ines"]}""";
    private static final String RELATED = """
            {"type": "related", "article": {"source": "old", "id": "1"}, "items": [{"article": "rain"}]}""";
    private static final String REDIRECT = """
            {"type": "redirect", "path": "/2020/fog.html", "article": {"source": "old", "id": "1"}}""";
    private static final String COMMENT = """
            {"type": "comment", "externalRef": {"source": "old", "id": "c1"}, "article": "fog", "author": {"name": "Piet", "email": "piet@readers.example.org"},
             "body": "So *thick*.", "createdAt": "2020-01-02T00:00:00Z", "status": "approved"}""".replace("\n", "");
    private static final String REPLY = """
            {"type": "comment", "externalRef": {"source": "old", "id": "c2"}, "article": "fog", "parent": {"source": "old", "id": "c1"},
             "author": {"name": "Ada"}, "body": "Indeed.", "createdAt": "2020-01-03T00:00:00Z", "status": "approved"}""".replace("\n", "");
    private static final String COLLECTION = """
            {"type": "collection", "slug": "front", "name": "Front page", "items": [{"article": {"source": "old", "id": "1"}}, {"article": "rain"}]}""";

    private static final String[] SITE = {AUTHOR, TAG, ARTICLE, SECOND, RELATED, REDIRECT, COMMENT, REPLY, COLLECTION};

    @Test
    void a_whole_site_comes_in() {
        SentFile.of(SITE).finished().counted(8, 1, 0, 0);

        nobody().get("/v1/articles/fog")
                .then()
                .statusCode(200)
                .body("title", is("Fog"))
                .body("authors.slug", contains("ines"))
                .body("tags.name", contains("Harbour", "Weather"));
        nobody().get("/v1/articles/fog/comments")
                .then()
                .body("items", hasSize(1))
                .body("items[0].author.name", is("Piet"))
                .body("items[0].replies[0].author.name", is("Ada"));
        nobody().get("/v1/resolve?path=/2020/fog.html").then().statusCode(200);
        nobody().get("/v1/collections/front").then().body("items.article.slug", contains("fog"));
        as(Role.EDITOR).get("/v1/manage/articles/fog/related").then().body("items.article.slug", contains("rain"));
    }

    @Test
    void what_is_sent_again_is_left_alone_and_not_logged() {
        SentFile.of(SITE);
        List<Integer> before = numbers();

        SentFile.of(SITE).finished().counted(0, 0, 9, 0);

        List<Integer> since = numbers();
        assertThat(since).hasSize(before.size() + 1);
        as(Role.EDITOR)
                .get("/v1/manage/changes?limit=1")
                .then()
                .body("items[0].action", is("import.finish"))
                .body("items[0].actor.name", is("The importer"));
    }

    @Test
    void a_chain_of_redirects_is_written_once_and_each_leads_to_its_end() {
        int before = numbers().size();
        String[] chain = IntStream.range(0, 60)
                .mapToObj(
                        i -> "{\"type\": \"redirect\", \"path\": \"/p%d\", \"location\": \"/p%d\"}".formatted(i, i + 1))
                .toArray(String[]::new);

        SentFile.of(chain).finished().counted(60, 0, 0, 0);

        assertThat(numbers()).hasSize(before + 61); // one for each, and that of the import
        as(Role.READER)
                .get("/v1/manage/redirects?limit=100")
                .then()
                .body("items.target.location", everyItem(is("/p60")));
    }

    @Test
    void a_run_that_stops_at_a_fault_has_the_redirects_before_it_and_none_behind() {
        String redirect = "{\"type\": \"redirect\", \"path\": \"/p%d\", \"location\": \"/p%d\"}";
        String bad = "{\"type\": \"redirect\", \"path\": \"/own\", \"location\": \"/own\"}";
        String file = String.join("\n", redirect.formatted(1, 2), bad, redirect.formatted(2, 3));

        SentFile sent = SentFile.of(Map.of("onFault", "stop"), file.getBytes(StandardCharsets.UTF_8));

        sent.counted(1, 0, 0, 1);
        as(Role.READER).get("/v1/manage/redirects").then().body("items.source", contains("/p1"));
    }

    @Test
    void articles_of_one_title_get_the_numbers_in_their_order() {
        String[] articles = IntStream.range(0, 40)
                .mapToObj(i ->
                        "{\"type\": \"article\", \"title\": \"%s\", \"externalRef\": {\"source\": \"s\", \"id\": \"%d\"}}"
                                .formatted(i % 2 == 0 ? "Fog" : "Rain", i))
                .toArray(String[]::new);

        SentFile.of(articles).finished().counted(40, 0, 0, 0);

        List<String> expected = Stream.of("fog", "rain")
                .flatMap(slug -> IntStream.rangeClosed(1, 20).mapToObj(i -> i == 1 ? slug : slug + "-" + i))
                .toList();
        assertThat(as(Role.READER)
                        .get("/v1/manage/articles?limit=100")
                        .jsonPath()
                        .getList("items.slug", String.class))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void of_redirects_in_a_circle_one_is_refused() {
        String redirect = "{\"type\": \"redirect\", \"path\": \"/p%d\", \"location\": \"/p%d\"}";

        SentFile sent = SentFile.of(
                redirect.formatted(1, 2), redirect.formatted(2, 3), redirect.formatted(3, 1), redirect.formatted(4, 4));

        assertThat(sent.finished().faults())
                .containsExactlyInAnyOrder(
                        "1 #/location /problems/redirect-loop", "4 #/location /problems/redirect-loop");
        sent.counted(2, 0, 0, 2);
    }

    @Test
    void things_may_come_before_what_they_name() {
        String[] backwards = SITE.clone();
        Collections.reverse(Arrays.asList(backwards));

        SentFile.of(backwards).finished().counted(8, 1, 0, 0);
        SentFile.of(backwards).finished().counted(0, 0, 9, 0);
    }

    @Test
    void a_dry_run_does_all_and_keeps_nothing() {
        String[] backwards = SITE.clone();
        Collections.reverse(Arrays.asList(backwards));

        SentFile.dry(SITE).finished().counted(8, 1, 0, 0);
        SentFile.dry(backwards).finished().counted(8, 1, 0, 0);

        for (String list : List.of("articles", "authors", "tags", "comments", "redirects", "collections")) {
            as(Role.ADMIN).get("/v1/manage/" + list).then().body("items", hasSize(0));
        }
        as(Role.ADMIN).get("/v1/manage/changes").then().body("items.action", not(hasItem(containsString("article"))));
    }

    @Test
    void what_differs_is_updated() {
        SentFile.of(SITE);

        SentFile.of(
                        AUTHOR.replace("Calloway", "C. Calloway"),
                        ARTICLE.replace("\"Fog\"", "\"Fog again\""),
                        COMMENT.replace("approved", "spam"),
                        REDIRECT.replace(
                                "\"article\": {\"source\": \"old\", \"id\": \"1\"}", "\"location\": \"/elsewhere\""))
                .finished()
                .counted(0, 4, 0, 0);

        nobody().get("/v1/articles/fog")
                .then()
                .body("title", is("Fog again"))
                .body("authors.name", contains("Ines C. Calloway"));
    }

    @Test
    void two_that_a_system_calls_differently_are_two_also_where_they_have_one_slug() {
        String other = AUTHOR.replace("\"7\"", "\"8\"");
        SentFile.of(AUTHOR).finished().counted(1, 0, 0, 0);
        SentFile sent = SentFile.of(other).finished();
        assertThat(sent.faults()).containsExactly("1 #/slug /problems/slug-taken");
        SentFile.of(other.replace("\"old\"", "\"other\"")).finished().counted(0, 0, 1, 0);
    }

    @Test
    void a_thing_of_the_slug_is_taken_for_that_of_the_line() {
        as(Role.EDITOR)
                .body(Map.of("slug", "fog", "title", "Fog"))
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
        as(Role.EDITOR)
                .body(Map.of("slug", "ines", "name", "Ines"))
                .post("/v1/manage/authors")
                .then()
                .statusCode(201);

        SentFile.of(AUTHOR, TAG, ARTICLE).finished().counted(1, 2, 0, 0);
        SentFile.of(ARTICLE.replace("\"id\": \"1\"", "\"id\": \"2\""))
                .finished()
                .counted(0, 0, 0, 1);
    }

    @Test
    void a_fault_keeps_its_line_out_and_names_the_place() {
        SentFile sent = SentFile.of(
                AUTHOR,
                "{\"type\": \"author\"",
                "[]",
                "{\"type\": \"poem\"}",
                "{\"type\": \"author\", \"name\": \"Nameless\"}",
                "{\"type\": \"author\", \"slug\": \"ada\", \"name\": \" \"}",
                "",
                "{\"type\": \"author\", \"slug\": \"piet\", \"name\": \"Piet\", \"nmae\": \"x\"}",
                "{\"type\": \"article\", \"slug\": \"a\", \"title\": \"A\", \"authors\": [\"nobody\"]}",
                "{\"type\": \"article\", \"slug\": \"b\", \"title\": \"B\", \"authors\": [{\"source\": \"x\", \"id\": \"9\"}]}",
                "{\"type\": \"article\", \"slug\": \"c\", \"title\": \"C\", \"publishedAt\": \"2020-01-02T00:00:00Z\", \"unpublishAt\": \"2020-01-01T00:00:00Z\"}",
                TAG);

        sent.finished().counted(2, 0, 0, 9);
        assertThat(sent.faults())
                .containsExactlyInAnyOrder(
                        "2 # /problems/malformed-json",
                        "3 # /problems/unknown-type",
                        "4 #/type /problems/unknown-type",
                        "5 # /problems/nameless",
                        "6 #/name /problems/validation-failed",
                        "8 #/nmae /problems/unknown-field",
                        "9 #/authors/0 /problems/unknown-author",
                        "10 #/authors/0 /problems/never-came",
                        "11 #/unpublishAt /problems/ends-before-it-begins");
        as(Role.IMPORTER)
                .get("/v1/manage/imports/" + sent.id() + "/faults?limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].line", is(2));
    }

    @Test
    void whatever_is_in_a_line_is_no_defect() {
        SentFile sent = SentFile.of(
                AUTHOR,
                "{\"type\": \"author\", \"slug\": \"\\u0000\", \"name\": \"x\"}",
                "{\"type\": \"redirect\", \"path\": \"/\\u0000\", \"location\": \"/x\"}",
                "{\"type\": \"article\", \"slug\": \"a\", \"title\": \"A\", \"authors\": [\"\\u0000\"]}",
                "{\"type\": \"article\", \"slug\": \"b\", \"title\": \"B\", \"authors\": [{\"source\": \"x\", \"id\": \"\\u0000\"}]}",
                "{\"type\": \"article\", \"slug\": [\"c\"], \"title\": \"C\"}",
                "{\"type\": \"article\", \"slug\": \"d\", \"title\": \"D\", \"externalRef\": 5}",
                "{\"type\": \"related\", \"items\": []}",
                "{\"type\": \"redirect\"}",
                "{\"type\": \"collection\", \"slug\": \"e\", \"name\": \"E\", \"items\": [{\"article\": {\"source\": \"x\", \"id\": \"y\", \"z\": 1}}]}",
                "{\"type\": null}",
                "{\"type\": \"article\", \"slug\": \"f\\u0000\", \"title\": \"F\"}",
                "{\"type\": \"article\", \"slug\": \"g\\ud800\", \"title\": \"G\"}",
                "{\"type\": \"related\", \"article\": \"\\u0000\", \"items\": []}",
                "{\"type\": \"related\", \"article\": {\"source\": \"x\", \"id\": \"\\u0000\"}, \"items\": []}",
                "{\"type\": \"tag\", \"a\\u0000\": 1, \"a\\u0000\": 2}",
                "{\"type\": a\0b}",
                "{\"type\": \"comment\", \"externalRef\": {\"source\": \"a\", \"id\": \"b\"}, \"article\": \"x\", \"author\": {\"name\": \"A\"}, \"body\": \"x\", \"createdAt\": \"-4000-01-01T00:00:00Z\"}",
                TAG);

        sent.finished().counted(2, 0, 0, 17);
        assertThat(sent.faults())
                .contains(
                        "2 #/slug /problems/invalid-character",
                        "5 #/authors/0 /problems/invalid-character",
                        "15 #/article /problems/invalid-character",
                        "12 #/slug /problems/invalid-character",
                        "13 #/slug /problems/invalid-character")
                .noneMatch(fault -> fault.contains("internal-error"));
    }

    @Test
    void a_fault_names_nothing_of_the_library_that_reads() {
        SentFile sent = SentFile.of(
                "{\"type\": NaN}",
                "{\"type\": \"tag\"} {}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": /* */ 1}",
                "\u001e{\"type\": \"tag\"}",
                "{'a': 1}",
                "{\"a\": +1}");

        assertThat(sent.finished().toString()).contains("'NaN'").doesNotContain("Feature", "jackson", "`");
    }

    @Test
    void faults_are_told_while_the_file_is_read() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            begin(out, "Transfer-Encoding: chunked");
            byte[] faulty = "x\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            out.write((Integer.toHexString(faulty.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(faulty);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(in.lines()
                            .filter(line -> line.contains("malformed-json"))
                            .findFirst())
                    .isPresent(); // the file is not at its end

            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.lines()).anyMatch(line -> line.contains("\"finished\""));
        }
    }

    @Test
    void a_line_of_more_small_things_than_memory_holds_is_refused_and_those_around_it_are_in() {
        String many = "{\"type\": \"tag\", \"slug\": \"many\", \"name\": \"Many\", \"custom\": {\"a\": ["
                + "{},".repeat(400_000) + "{}]}}";

        SentFile sent = SentFile.of(AUTHOR, many, TAG);

        sent.finished().counted(2, 0, 0, 1);
        assertThat(sent.faults()).containsExactly("2 # /problems/malformed-json");
    }

    @Test
    void a_line_that_is_sent_again_changes_nothing_until_its_article_was_changed_here() {
        String line =
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"old\", \"id\": \"1\"}, \"slug\": \"fog\", \"title\": \"Fog\", \"tags\": [\"Harbour\"]}";
        SentFile.of(line).finished().counted(1, 0, 0, 0);
        SentFile.of(line).finished().counted(0, 0, 1, 0);
        SentFile.dry(line).finished().counted(0, 0, 1, 0);
        change("articles/fog", Map.of("title", "Mist"));

        SentFile.dry(line).finished().counted(0, 1, 0, 0);
        SentFile.of(line).finished().counted(0, 1, 0, 0);
        SentFile.of(line.replace("Fog", "Haze")).finished().counted(0, 1, 0, 0);
        SentFile.of(line).finished().counted(0, 1, 0, 0);

        as(Role.EDITOR).get("/v1/manage/articles/fog").then().body("title", is("Fog"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/fog")
                .then()
                .statusCode(204);
        assertThat(SentFile.of(line).finished().faults()).containsExactly("1 # /problems/article-in-trash");
        as(Role.ADMIN)
                .header("If-Match", "*")
                .post("/v1/manage/articles/fog/purge")
                .then()
                .statusCode(204);
        SentFile.of(line).finished().counted(1, 0, 0, 0);
    }

    @Test
    void a_line_that_is_sent_again_counts_where_its_names_mean_something_else_by_now() {
        String line =
                "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"authors\": [\"ann\"], \"tags\": [\"Harbour\"]}";
        SentFile.of("{\"type\": \"author\", \"slug\": \"ann\", \"name\": \"Ann\"}", line)
                .finished();
        change("authors/ann", Map.of("slug", "anna"));
        change("tags/harbour", Map.of("slug", "docks", "name", "Docks"));
        assertThat(SentFile.of(line).finished().counted(0, 0, 0, 1).faults())
                .containsExactly("1 #/authors/0 /problems/unknown-author"); // as of a draft
        as(Role.EDITOR).body(Map.of("slug", "ann", "name", "Another Ann")).post("/v1/manage/authors");
        SentFile.of(line).finished().counted(0, 1, 0, 0);
        article("fog").body("authors.slug", contains("ann"));
        as(Role.EDITOR).body(Map.of("slug", "harbour", "name", "Harbour")).post("/v1/manage/tags");

        SentFile.of(line).finished().counted(0, 1, 0, 0);
        SentFile.of(line).finished().counted(0, 0, 1, 0);

        article("fog").body("tags.slug", contains("harbour"));
    }

    @Test
    void a_line_that_is_sent_again_counts_where_a_new_tag_has_the_name_of_a_merged_one() {
        String line = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"tags\": [\"Sea\", \"port\"]}";
        SentFile.of(line, "{\"type\": \"tag\", \"slug\": \"brine\", \"name\": \"Brine\"}")
                .finished();
        merge("sea", "brine");
        SentFile.of(line).finished().counted(0, 0, 1, 0);
        create("ocean", "Sea");

        SentFile.of(line).finished().counted(0, 1, 0, 0);

        article("fog").body("tags.slug", contains("ocean", "port"));
        change("tags/port", Map.of("slug", "quay"));
        SentFile.of(line).finished().counted(0, 0, 1, 0);
        create("port", "Other");
        SentFile.of(line).finished().counted(0, 1, 0, 0);
        article("fog").body("tags.slug", contains("ocean", "port"));
    }

    private static void merge(String tag, String into) {
        as(Role.EDITOR)
                .body(Map.of("into", into))
                .post("/v1/manage/tags/" + tag + "/merge")
                .then()
                .statusCode(200);
    }

    private static void create(String slug, String name) {
        as(Role.EDITOR)
                .body(Map.of("slug", slug, "name", name))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201);
    }

    @Test
    void of_lines_that_name_what_an_earlier_one_changes_each_means_what_is_there_then() {
        String line = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"authors\": [\"ann\"]}";
        String author =
                "{\"type\": \"author\", \"externalRef\": {\"source\": \"old\", \"id\": \"%s\"}, \"slug\": \"%s\", \"name\": \"A\"}";
        SentFile.of(author.formatted("1", "ann"), author.formatted("2", "bo"), line)
                .finished();

        SentFile.of(author.formatted("1", "anna"), author.formatted("2", "ann"), line)
                .finished()
                .counted(0, 3, 0, 0);

        article("fog").body("authors.slug", contains("ann"));
        String other = line.replace("fog", "mist");
        SentFile.of(other, author.formatted("2", "bo"), author.formatted("1", "ann"))
                .finished();
        SentFile.of(other).finished().counted(0, 1, 0, 0);
        article("mist").body("authors.slug", contains("ann"));
    }

    private static void change(String thing, Map<String, String> members) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(members)
                .patch("/v1/manage/" + thing)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse article(String slug) {
        return as(Role.EDITOR).get("/v1/manage/articles/" + slug).then();
    }

    @Test
    void a_tag_that_was_merged_here_is_not_made_again() {
        String tag =
                "{\"type\": \"tag\", \"externalRef\": {\"source\": \"old\", \"id\": \"%s\"}, \"slug\": \"%s\", \"name\": \"%s\"}";
        String sea = tag.formatted("1", "sea", "Sea");
        String brine = tag.formatted("2", "brine", "Brine");
        String line =
                "{\"type\": \"article\", \"slug\": \"%s\", \"title\": \"Fog\", \"tags\": [{\"source\": \"old\", \"id\": \"1\"}]}";
        SentFile.of(sea, brine, line.formatted("fog")).finished();
        merge("sea", "brine");

        SentFile.of(sea, brine, line.formatted("fog"), line.formatted("mist"))
                .finished()
                .counted(1, 0, 3, 0);

        as(Role.EDITOR).get("/v1/manage/tags").then().body("items.name", contains("Brine"));
        article("fog").body("tags.slug", contains("brine"));
        article("mist").body("tags.slug", contains("brine"));
        create("salt", "Salt");
        merge("brine", "salt");
        SentFile.of(sea, brine, line.formatted("haze")).finished().counted(1, 0, 2, 0);
        article("haze").body("tags.slug", contains("salt"));
    }

    @Test
    void a_line_that_changes_nothing_is_unchanged_also_where_a_working_copy_differs() {
        String line = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"status\": \"published\"}";
        String links =
                "{\"type\": \"related\", \"article\": \"fog\", \"items\": [{\"relation\": \"source\", \"url\": \"https://example.org/\", \"title\": \"Tides\"}]}";
        SentFile.of(line, links).finished().counted(1, 1, 0, 0);
        change("articles/fog?draft=true", Map.of("title", "Mist"));

        SentFile.of(line, links).finished().counted(0, 0, 2, 0);
        SentFile other = SentFile.of(line.replace("Fog", "Haze"), links.replace("Tides", "Ebbs"));

        assertThat(other.finished().faults())
                .containsExactly("1 # /problems/working-copy-exists", "2 # /problems/working-copy-exists");
        article("fog").body("title", is("Mist"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("title", "Fog"))
                .patch("/v1/manage/articles/fog")
                .then()
                .statusCode(409)
                .body("type", is("/problems/working-copy-exists"));
    }

    @Test
    void a_line_that_is_sent_again_wins_over_a_working_copy_whose_moment_has_come() {
        clock.stopAt(NOON);
        String line = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"status\": \"published\"}";
        SentFile.of(line).finished().counted(1, 0, 0, 0);
        change("articles/fog?draft=true", Map.of("title", "Mist"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post("/v1/manage/articles/fog/publish?at=2026-03-01T12:00:02Z")
                .then()
                .statusCode(200);
        SentFile.of(line).finished().counted(0, 0, 1, 0);
        clock.stopAt(NOON.plusSeconds(2));

        SentFile.of(line).finished().counted(0, 1, 0, 0);

        nobody().get("/v1/articles/fog").then().body("title", is("Fog"));
    }

    @Test
    void a_file_ends_though_a_later_line_says_otherwise_what_a_waiting_one_names() {
        SentFile sent = SentFile.of(
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"a\", \"id\": \"1\"}, \"slug\": \"fog\", \"title\": \"Fog\"}",
                "{\"type\": \"related\", \"article\": \"mist\", \"items\": [{\"article\": {\"source\": \"a\", \"id\": \"1\"}}]}",
                "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Another fog\"}",
                "{\"type\": \"article\", \"slug\": \"mist\", \"title\": \"Mist\"}");

        assertThat(sent.finished().counted(2, 1, 0, 1).faults()).containsExactly("3 # /problems/said-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "tag", "author", "collection"})
    void of_two_lines_about_one_thing_the_first_counts_also_where_one_has_its_slug_alone(String type) {
        String name = type.equals("article") ? "title" : "name";
        String both =
                "{\"type\": \"%s\", \"externalRef\": {\"source\": \"a\", \"id\": \"1\"}, \"slug\": \"fog\", \"%s\": \"Fog\"}"
                        .formatted(type, name);
        String alone = "{\"type\": \"%s\", \"slug\": \"fog\", \"%s\": \"Mist\"}".formatted(type, name);
        String[] others = IntStream.range(0, 250)
                .mapToObj(
                        number -> "{\"type\": \"tag\", \"slug\": \"t%d\", \"name\": \"T%d\"}".formatted(number, number))
                .toArray(String[]::new);

        assertThat(SentFile.of(both, alone).finished().counted(1, 0, 0, 1).faults())
                .containsExactly("2 # /problems/said-twice");
        assertThat(SentFile.of(both, alone).finished().counted(0, 0, 1, 1).faults())
                .containsExactly("2 # /problems/said-twice");
        assertThat(SentFile.of(Stream.of(Stream.of(alone), Stream.of(others), Stream.of(both))
                                .flatMap(each -> each)
                                .toArray(String[]::new))
                        .finished()
                        .faults())
                .containsExactly("252 # /problems/said-twice");
    }

    @Test
    void a_tag_may_come_behind_an_article_that_created_it() {
        SentFile.of(
                        "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"tags\": [\"Harbour\"]}",
                        "{\"type\": \"tag\", \"slug\": \"harbour\", \"name\": \"Harbour\", \"description\": \"Ships\"}")
                .finished()
                .counted(1, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"slug\": \"fog\",", ""})
    void a_dry_run_knows_the_slugs_that_earlier_lines_took(String slug) {
        String second =
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"a\", \"id\": \"2\"}, \"slug\": \"fog\", \"title\": \"Fog\"}";
        String first = second.replace("\"2\"", "\"1\"").replace("\"slug\": \"fog\",", slug);
        String[] others = IntStream.range(0, 250)
                .mapToObj(number -> "{\"type\": \"tag\", \"slug\": \"t%1$d\", \"name\": \"T%1$d\"}".formatted(number))
                .toArray(String[]::new);
        String[] lines = Stream.of(Stream.of(first), Stream.of(others), Stream.of(second))
                .flatMap(each -> each)
                .toArray(String[]::new);

        SentFile tried = SentFile.dry(lines).finished().counted(251, 0, 0, 1);
        SentFile sent = SentFile.of(lines).finished().counted(251, 0, 0, 1);

        assertThat(tried.faults()).isEqualTo(sent.faults()).containsExactly("252 #/slug /problems/slug-taken");
    }

    @Test
    void the_links_of_an_article_are_one_thing_however_its_reference_is_written() {
        String article =
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"a\", \"id\": \"1\"}, \"title\": \"Fog\"}";
        String links =
                "{\"type\": \"related\", \"article\": %s, \"items\": [{\"url\": \"https://example.org/%s\", \"title\": \"Tides\"}]}";

        assertThat(SentFile.of(
                                article,
                                links.formatted("{\"source\": \"a\", \"id\": \"1\"}", "one"),
                                links.formatted("{\"id\": \"1\", \"source\": \"a\"}", "two"))
                        .finished()
                        .faults())
                .containsExactly("3 # /problems/said-twice");
    }

    @Test
    void no_more_than_fifty_things_are_held_while_they_are_changed() {
        String[] lines = IntStream.range(0, 120)
                .mapToObj("{\"type\": \"article\", \"slug\": \"fog-%d\", \"title\": \"Fog\"}"::formatted)
                .toArray(String[]::new);
        SentFile.of(lines).finished().counted(120, 0, 0, 0);

        SentFile.of(Stream.of(lines).map(line -> line.replace("Fog", "Mist")).toArray(String[]::new))
                .finished()
                .counted(0, 120, 0, 0);

        assertThat(queries.list(
                        Sql.of("select count(*) as held from article group by xmin order by 1"),
                        row -> row.bigint("held")))
                .containsExactly(20L, 50L, 50L);
    }

    @Test
    void a_line_without_an_external_reference_leaves_the_one_that_is_there() {
        String both =
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"a\", \"id\": \"1\"}, \"slug\": \"fog\", \"title\": \"Fog\"}";
        SentFile.of(both).finished();

        SentFile.of("{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Mist\"}")
                .finished()
                .counted(0, 1, 0, 0);

        article("fog").body("title", is("Mist")).body("externalRef.id", is("1"));
        SentFile.of("{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Mist\"}")
                .finished()
                .counted(0, 0, 1, 0);
    }

    @Test
    void a_dry_run_says_only_of_what_is_not_in_the_file_that_it_did_not_come() {
        String lines = """
                {"type": "tag", "externalRef": {"source": "a", "id": "t1"}, "slug": "sea", "name": "Sea"}
                {"type": "article", "slug": "fog", "title": "Fog", "tags": [{"source": "a", "id": "t7"}, {"source": "a", "id": "t1"}]}""";
        assertThat(SentFile.dry(lines).finished().faults()).containsExactly("2 #/tags/0 /problems/never-came");
    }

    @Test
    void of_two_lines_about_one_article_neither_is_taken_for_the_other() {
        String good =
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"old\", \"id\": \"1\"}, \"title\": \"Fog\"}";
        SentFile.of(good).finished().counted(1, 0, 0, 0);

        SentFile sent = SentFile.of(good.replace("Fog", ""), good);

        sent.finished().counted(0, 0, 1, 1);
        assertThat(sent.faults()).containsExactly("1 #/title /problems/validation-failed");
    }

    @Test
    void what_a_refused_line_left_out_is_not_remembered() {
        String fog = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"%s\"}";
        String mist =
                "{\"type\": \"article\", \"externalRef\": {\"source\": \"old\", \"id\": \"1\"}, \"slug\": \"%s\", \"title\": \"Mist\"}";
        SentFile.of(fog.formatted("Fog"), mist.formatted("mist")).finished().counted(2, 0, 0, 0);

        SentFile.of(fog.formatted("Haze"), mist.formatted("fog")).finished().counted(0, 1, 0, 1);

        SentFile.of(fog.formatted("Haze"), mist.formatted("fog")).finished().counted(0, 0, 1, 1);
        SentFile.of(fog.formatted("Fog"), mist.formatted("mist")).finished().counted(0, 1, 1, 0);
    }

    @Test
    void what_is_sent_again_takes_fewer_statements_than_it_has_articles() {
        String[] lines = IntStream.range(0, 300)
                .mapToObj(id ->
                        "{\"type\": \"article\", \"slug\": \"fog-%d\", \"title\": \"Fog\", \"authors\": [], \"tags\": [\"Harbour\"]}"
                                .formatted(id))
                .toArray(String[]::new);
        SentFile.of(lines).finished().counted(300, 0, 0, 0);
        int before = CountingDriver.executed();

        SentFile.of(lines).finished().counted(0, 0, 300, 0);

        assertThat(CountingDriver.executed() - before).isLessThan(150);
    }

    @Test
    void a_number_may_be_written_in_any_way_and_is_unchanged_the_second_time() {
        String tag =
                "{\"type\": \"tag\", \"slug\": \"odd\", \"name\": \"Odd\", \"custom\": {\"a\": 1e0, \"b\": 0.1e1, \"c\": [1.50, -0.0, 1e40]}}";

        SentFile.of(tag).finished().counted(1, 0, 0, 0);
        SentFile.of(tag).finished().counted(0, 0, 1, 0);
    }

    @Test
    void a_number_of_more_than_a_double_holds_is_no_defect_however_many_digits_it_has() {
        String tag = "{\"type\": \"tag\", \"slug\": \"odd\", \"name\": \"Odd\", \"custom\": {\"a\": %se9}}"
                .formatted("9".repeat(998));

        assertThat(SentFile.of(tag).finished().faults()).containsExactly("1 #/custom/a /problems/wrong-type");
    }

    @Test
    void a_number_that_could_not_be_read_again_is_refused() {
        String tag = "{\"type\": \"tag\", \"slug\": \"odd\", \"name\": \"Odd\", \"custom\": {\"a\": %se-1001}}"
                .formatted("1".repeat(996));

        assertThat(SentFile.of(tag).finished().faults()).containsExactly("1 #/custom/a /problems/wrong-type");
    }

    @Test
    void of_many_faults_in_a_line_a_hundred_are_told_and_none_at_a_length_that_no_memory_holds() {
        String name = "k".repeat(40_000);
        SentFile sent = SentFile.of(
                "{\"type\": \"tag\", \"slug\": \"a\", \"name\": \"A\", \"custom\": {\"%s\": [%s]}}"
                        .formatted(name, String.join(",", Collections.nCopies(60_000, "\"\\u0000\""))),
                "{\"type\": \"article\", \"slug\": \"b\", \"title\": \"B\", \"tags\": [%s]}"
                        .formatted(String.join(",", Collections.nCopies(3_000, "\"" + "x".repeat(301) + "\""))),
                "{\"type\": \"tag\", \"externalRef\": {\"%s\": 1}}".formatted(name),
                TAG);

        sent.finished().counted(1, 0, 0, 3);
        assertThat(sent.faults())
                .hasSize(201)
                .allMatch(
                        fault -> fault.length() <= "1 ".length() + 1_001 + " /problems/unacceptable-request".length());
    }

    @Test
    void a_file_may_begin_with_a_byte_order_mark() {
        SentFile.of("\uFEFF" + AUTHOR, TAG).finished().counted(2, 0, 0, 0);
    }

    @Test
    void a_file_of_xml_is_no_file_of_faults() {
        SentFile sent = SentFile.of("<rss>", "<channel>", "</channel>", "</rss>");

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).contains("/v1/manage/imports/wordpress");
        sent.counted(0, 0, 0, 0);
    }

    @Test
    void a_comment_of_the_staff_stays_one() {
        String comment = comment("1").replace("{\"type\"", "{\"staff\": true, \"type\"");
        String article = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\", \"status\": \"published\"}";

        SentFile.of(article, comment).finished().counted(2, 0, 0, 0);
        SentFile.of(article, comment("1")).finished().counted(0, 0, 2, 0);

        nobody().get("/v1/articles/fog/comments").then().body("items.author.staff", contains(true));
        assertThat(as(Role.ADMIN).get("/v1/manage/export").asString()).contains("\"staff\":true");
    }

    private static String comment(String id) {
        return "{\"type\": \"comment\", \"externalRef\": {\"source\": \"a\", \"id\": \"" + id
                + "\"}, \"article\": \"fog\", \"author\": {\"name\": \"A\"}, \"body\": \"x\", \"createdAt\": \"2024-01-01T00:00:00Z\", \"status\": \"approved\"}";
    }

    @Test
    void lines_that_waited_for_one_thing_come_in_however_long_they_are() {
        String[] lines = IntStream.range(0, 6)
                .mapToObj(id ->
                        "{\"type\": \"article\", \"slug\": \"long-%d\", \"title\": \"Long\", \"authors\": [{\"source\": \"late\", \"id\": \"1\"}], \"body\": {\"source\": \"%s\"}}"
                                .formatted(id, "word ".repeat(200_000)))
                .toArray(String[]::new);
        String last =
                "{\"type\": \"author\", \"slug\": \"late\", \"name\": \"Late\", \"externalRef\": {\"source\": \"late\", \"id\": \"1\"}}";

        SentFile.of(Stream.concat(Stream.of(lines), Stream.of(last)).toArray(String[]::new))
                .finished()
                .counted(7, 0, 0, 0);
    }

    @Test
    void a_fault_stops_the_file_behind_what_came_before_if_that_is_wished() {
        SentFile sent = SentFile.of(
                Map.of("onFault", "stop"),
                bytes(AUTHOR, "{\"type\": \"author\", \"slug\": \"ada\", \"name\": \"\"}", TAG));

        assertThat(sent.last().getString("state")).isEqualTo("stopped");
        sent.counted(1, 0, 0, 1);
        assertThat(sent.last().getInt("counts.lines")).isEqualTo(2);
        as(Role.EDITOR).get("/v1/manage/authors/ines").then().statusCode(200);
        as(Role.EDITOR).get("/v1/manage/tags").then().body("items", hasSize(0));
    }

    @Test
    void the_first_of_two_lines_about_one_thing_counts() {
        SentFile sent = SentFile.of(AUTHOR, AUTHOR, AUTHOR.replace("Calloway", "Other"));

        sent.finished().counted(1, 0, 1, 1);
        assertThat(sent.faults()).containsExactly("3 # /problems/said-twice");
        String article = "{\"type\": \"article\", \"slug\": \"fog\", \"title\": \"Fog\"}";
        SentFile.of(article, article).finished().counted(1, 0, 1, 0);
        SentFile.of(article, article).finished().counted(0, 0, 2, 0);
    }

    @Test
    void comments_that_answer_each_other_in_a_circle_are_refused() {
        SentFile sent = SentFile.of(
                AUTHOR,
                TAG,
                ARTICLE,
                REPLY,
                REPLY.replace("c1", "c0").replace("c2", "c1").replace("c0", "c2"));

        sent.finished().counted(3, 0, 0, 2);
        assertThat(sent.faults())
                .containsExactlyInAnyOrder("4 #/parent /problems/never-came", "5 #/parent /problems/never-came");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"article\", \"slug\": \"x\", \"title\": \"X\", \"authors\": [{\"source\": \"q\", \"id\": \"%s\"}]}",
                "{\"type\": \"related\", \"article\": \"%s\", \"items\": []}",
                "{\"type\": \"related\", \"article\": {\"source\": \"q\", \"id\": \"%s\"}, \"items\": []}",
                "{\"type\": \"collection\", \"slug\": \"x\", \"name\": \"X\", \"items\": [{\"article\": \"%s\"}]}"
            })
    void a_name_that_is_too_long_for_anything_is_a_fault_of_its_line(String line) {
        SentFile sent = SentFile.of(AUTHOR, line.formatted("x1y2z3".repeat(1_500)), TAG);

        sent.finished().counted(2, 0, 0, 1);
        assertThat(sent.faults()).hasSize(1).first().asString().startsWith("2 #/");
    }

    @Test
    void a_comment_that_a_reader_wrote_here_is_changed_by_none_who_may_not_moderate() {
        SentFile.of(AUTHOR, TAG, ARTICLE, COMMENT).finished();
        String id = nobody().get("/v1/articles/fog/comments").path("items[0].id");

        SentFile sent = SentFile.of(COMMENT.replace("\"old\", \"id\": \"c1\"", "\"standfirst\", \"id\": \"" + id + "\"")
                .replace("\"body\": \"", "\"body\": \"Casinos! "));

        assertThat(sent.faults()).hasSize(1).first().asString().endsWith("/problems/forbidden");
        nobody().get("/v1/articles/fog/comments").then().body("items[0].body.source", not(containsString("Casinos")));
    }

    @Test
    void a_comment_of_the_last_year_comes_in() {
        SentFile.of(AUTHOR, TAG, ARTICLE, COMMENT.replaceFirst("\"createdAt\": \"\\d{4}", "\"createdAt\": \"9999"))
                .finished()
                .counted(4, 0, 0, 0);
    }

    @Test
    void of_new_articles_that_come_together_each_keeps_the_rules_of_one() {
        String titled = """
                {"type": "article", "externalRef": {"source": "old", "id": "%s"}, "title": "Letters", "tags": ["Letters", "letters"]}""";
        String named = """
                {"type": "article", "externalRef": {"source": "old", "id": "%s"}, "slug": "%s", "title": "Letters"}""";
        SentFile.of(named.formatted("0", "taken")).finished();

        SentFile sent = SentFile.of(
                titled.formatted("1"),
                titled.formatted("2"),
                named.formatted("3", "letters-3"),
                titled.formatted("4"),
                named.formatted("5", "taken"),
                titled.formatted("6"));

        sent.finished().counted(5, 0, 0, 1);
        assertThat(sent.faults()).containsExactly("5 #/slug /problems/slug-taken");
        as(Role.EDITOR)
                .get("/v1/manage/articles?limit=10")
                .then()
                .body(
                        "items.slug",
                        containsInAnyOrder("taken", "letters", "letters-2", "letters-3", "letters-4", "letters-5"));
        as(Role.EDITOR).get("/v1/manage/articles/letters-5").then().body("tags.slug", contains("letters"));
    }

    @Test
    void what_a_killed_run_kept_of_its_file_goes_when_the_next_begins() {
        UUID killed = UUID.randomUUID();
        statements.run(Sql.of("""
                insert into import_run (id, format, state, dry_run, on_fault, started_by, started_name, started_at, heard_at, lines,
                    created, updated, unchanged, refused, waiting)
                values (?, 'NDJSON', 'RUNNING', false, 'SKIP', ?, 'x', '2020-01-01Z', '2020-01-01Z', 0, 0, 0, 0, 0, 0)""", killed, killed));
        statements.run(
                Sql.of("insert into import_waiting (import_id, line, key, content) values (?, 1, 'x', 'x')", killed));
        statements.run(
                Sql.of("insert into import_line (import_id, key, line, hash) values (?, 'x', 1, ?)", killed, killed));

        SentFile.of(AUTHOR).finished();

        assertThat(statements.run(Sql.of("delete from import_waiting"))).isZero();
        assertThat(statements.run(Sql.of("delete from import_line"))).isZero();
    }

    @Test
    void a_line_of_five_megabytes_is_refused_and_those_around_it_are_in() {
        String huge = "{\"type\": \"author\", \"slug\": \"huge\", \"name\": \"" + "x".repeat(5 << 20) + "\"}";

        SentFile sent = SentFile.of(AUTHOR, huge, TAG);

        sent.finished().counted(2, 0, 0, 1);
        assertThat(sent.faults()).containsExactly("2 # /problems/line-too-long");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] file = bytes(AUTHOR, "{\"type\": \"author\", \"slug\": \"ada\", \"name\": \"Ad?\"}", TAG);
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '?') {
                file[i] = (byte) 0xE4;
            }
        }

        SentFile sent = SentFile.of(Map.of(), file);

        sent.finished().counted(2, 0, 0, 1);
        assertThat(sent.faults()).containsExactly("2 # /problems/malformed-json");
    }

    @Test
    void a_file_may_be_compressed() throws IOException {
        SentFile.of(request()
                        .header("Content-Encoding", "gzip")
                        .body(gzip(bytes(SITE)))
                        .post("/v1/manage/imports"))
                .finished()
                .counted(8, 1, 0, 0);
    }

    @Test
    void a_compressed_file_is_known_by_how_it_begins() throws IOException {
        SentFile.of(Map.of(), gzip(bytes(SITE))).finished().counted(8, 1, 0, 0);
    }

    @Test
    void of_half_a_gzip_what_was_whole_is_in() throws IOException {
        String[] many = IntStream.range(0, 5_000).mapToObj(ImportTest::author).toArray(String[]::new);
        byte[] whole = gzip(bytes(many));

        SentFile sent = SentFile.of(request()
                .header("Content-Encoding", "gzip")
                .body(Arrays.copyOf(whole, whole.length / 2))
                .post("/v1/manage/imports"));

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getInt("counts.created")).isBetween(1_000, 4_999);
        as(Role.EDITOR).get("/v1/manage/authors/author-0").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, , , 415, unsupported-media-type",
        "application/x-ndjson, br, , 415, encoding-unknown",
        "application/x-ndjson, gzip, , 422, file-broken",
        "application/x-ndjson, , a-key, 400, idempotency-key-not-taken",
    })
    void a_request_that_is_no_file_is_refused(String type, String encoding, String key, int status, String problem) {
        var request = request().contentType(type).body(bytes("{}"));
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.post("/v1/manage/imports").then().statusCode(status).body("type", is("/problems/" + problem));
    }

    @Test
    void who_asks_before_sending_is_told_to_go_on_before_anything_is_answered() throws IOException {
        byte[] file = bytes(SITE);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            begin(out, "Content-Length: " + file.length, "Expect: 100-continue");
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            out.write(file);
            assertThat(in.lines().toList()).contains("HTTP/1.1 200 OK").anyMatch(line -> line.contains("\"finished\""));
        }
    }

    @Test
    void the_run_can_be_read_later() {
        SentFile sent = SentFile.of(SITE);

        as(Role.IMPORTER)
                .get("/v1/manage/imports/" + sent.id())
                .then()
                .statusCode(200)
                .body("state", is("finished"))
                .body("counts.created", is(8))
                .body("startedBy", is("The importer"));
        as(Role.ADMIN).get("/v1/manage/imports").then().body("items.id", contains(sent.id()));
    }

    @Test
    void many_things_come_in_with_a_fault_in_each_batch() {
        String[] many = IntStream.range(0, 1_000)
                .mapToObj(i -> i % 150 == 149 ? author(i).replace("author-" + i, "not a slug") : author(i))
                .toArray(String[]::new);

        SentFile.of(many).finished().counted(994, 0, 0, 6);
    }

    /** Begins to send a file, with these headers besides. */
    private static void begin(OutputStream out, String... headers) throws IOException {
        out.write("""
                POST /v1/manage/imports HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Connection: close\r
                %s\r
                \r
                """.formatted(Actors.secret(Role.IMPORTER), String.join("\r\n", headers))
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String author(int number) {
        return "{\"type\": \"author\", \"slug\": \"author-%d\", \"name\": \"Author %d\"}".formatted(number, number);
    }

    private static byte[] bytes(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static List<Integer> numbers() {
        return as(Role.ADMIN).get("/v1/manage/changes?limit=100").jsonPath().getList("items.number", Integer.class);
    }
}
