package dev.standfirst.transfer.ghost;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Logged;
import dev.standfirst.testing.TableRows;
import dev.standfirst.transfer.SentFile;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a file that has in it what files of Ghost are feared for. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class GhostImportTest {
    private static final Map<String, String> URL = Map.of("url", "https://old.example.org/");
    private static final String[] SECRETS = {
        "@desk.example.org", "@readers.example.org", "$2a$10$", "ghost-secret-key", "sk_live_hidden"
    };

    private static String site;

    @BeforeAll
    static void readSite() throws IOException {
        try (InputStream file = GhostImportTest.class.getResourceAsStream("/transfer/ghost.json")) {
            site = new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void posts_come_in_as_articles_with_all_that_they_have() {
        bringIn();
        nobody().get("/v1/articles/fog")
                .then()
                .statusCode(200)
                .body("title", is("Fog & lamps"))
                .body("excerpt", is("An own excerpt"))
                .body("featured", is(true))
                .body("publishedAt", is("2020-05-01T08:00:00Z"))
                .body("image.url", is("https://old.example.org/content/images/fog.jpg"))
                .body("image.alt", is("Fog"))
                .body("image.caption", is("The fog"))
                .body("canonicalUrl", is("https://first.example.org/fog"))
                .body("seo.title", is("For search engines"))
                .body("seo.description", is("Of fog."))
                .body("authors.slug", contains("ines", "osric"))
                .body("tags.name", contains("Weather", "Harbour"))
                .body("body.html", is("<p>From <a href=\"https://old.example.org/other/\">HTML</a>.</p>"));
        nobody().get("/v1/articles/by-mobiledoc").then().body("publishedAt", is("2020-05-02T08:00:00Z"));
        nobody().get("/v1/articles/by-lexical")
                .then()
                .body("authors.slug", contains("osric"))
                .body("seo.title", is("Inline title"));
        nobody().get("/v1/authors/ines")
                .then()
                .body("bio", is("Writes."))
                .body("links.url", contains("https://ines.example.org/"))
                .body("image.url", is("https://old.example.org/ines.jpg"));
        nobody().queryParam("path", "/fog/")
                .get("/v1/resolve")
                .then()
                .statusCode(200)
                .body("target.slug", is("fog"));
    }

    @Test
    void a_post_without_html_is_written_from_the_tree_of_the_editor() {
        bringIn();
        String html = nobody().get("/v1/articles/by-lexical").path("body.html");
        assertThat(html)
                .contains(
                        "<p>A <strong>bold</strong> &amp; <em><strong>both</strong></em><br><a href=\"https://old.example.org/other/\">link</a></p>")
                .contains("Heading</h3>", "<ol><li>One</li></ol>")
                .contains("<figcaption>The <em>lamp</em></figcaption>", "A &quot;lamp&quot;")
                .contains("a &lt; b", "<a href=\"https://example.org/mark\">Marked</a>")
                .contains("Mind <strong>this</strong>", "<em>Marked</em> down", "<p>Raw</p>")
                .doesNotContain("alert", "Join");
    }

    @Test
    void a_post_of_the_editor_before_that_too() {
        bringIn();
        String html = nobody().get("/v1/articles/by-mobiledoc").path("body.html");
        assertThat(html)
                .contains("<p>Plain <strong>strong</strong><br><a href=\"https://example.org/m\">linked</a></p>")
                .contains("From a card</h", "<ul><li>Item</li></ul>", "Quote &lt;b&gt;", "<hr>")
                .contains("https://old.example.org/g1.jpg");
    }

    @Test
    void what_was_not_public_is_not() {
        bringIn();
        nobody().get("/v1/articles?limit=100")
                .then()
                .body("items.slug", containsInAnyOrder("fog", "by-lexical", "by-mobiledoc"));
        as(Role.EDITOR)
                .get("/v1/manage/articles?limit=100&status=draft")
                .then()
                .body("items.title", containsInAnyOrder("For members", "By mail", "Untitled"));
        as(Role.EDITOR).get("/v1/manage/articles/later").then().body("publishedAt", is("2199-01-01T00:00:00Z"));
        as(Role.EDITOR).get("/v1/manage/tags/hash-internal").then().statusCode(404);
    }

    @Test
    void no_secret_of_the_file_is_stored_or_logged_or_told_also_of_a_broken_one() {
        Logged log = new Logged();
        String told;
        try (log) {
            told = send(site, URL).toString()
                    + send(site.replace("\"tags\"", "\"password\": \"$2a$10$other\" \"tags\""), URL);
        }
        assertThat(log.text()).doesNotContain(SECRETS);
        assertThat(Path.of(System.getProperty("java.io.tmpdir")))
                .isDirectoryNotContaining("glob:**standfirst-import-*");
        assertThat(told).doesNotContain(SECRETS);
        assertThat(TableRows.all().toString()).doesNotContain(SECRETS);
    }

    @Test
    void what_has_no_place_here_is_told_once() {
        assertThat(bringIn().remarks())
                .containsExactlyInAnyOrder(
                        "Internal tags, which begin with #, are left out.",
                        "Code that is injected into posts is left out.",
                        "Nobody here knows the card ‘signup’: it is left out.",
                        "The post ‘for-members’ is for members alone: it is a draft here.",
                        "The post ‘by-mail’ was sent by mail alone: it is a draft here.",
                        "Pages are left out; ?pages=true takes them for articles.");
    }

    @Test
    void pictures_of_a_site_whose_address_is_not_said_are_left_out_and_told() {
        SentFile sent = send(site, Map.of()).finished();
        assertThat(sent.remarks()).contains("Pictures of the site itself are left out: say with ?url= where it is.");
        nobody().get("/v1/articles/fog").then().statusCode(200).body("image", nullValue());
    }

    @Test
    void a_file_that_is_sent_again_changes_nothing_and_one_without_the_wrapper_is_the_same() {
        int created = bringIn().last().getInt("counts.created");
        String before = as(Role.ADMIN).get("/v1/manage/export").asString();
        send(site, URL).finished().counted(0, 0, created, 0);
        String plain = site.strip().replaceFirst("(?s)^\\{\\s*\"db\": \\[", "").replaceFirst("(?s)\\]\\s*\\}$", "");
        send(plain, URL).finished().counted(0, 0, created, 0);
        assertThat(as(Role.ADMIN).get("/v1/manage/export").asString()).isEqualTo(before);
    }

    @Test
    void an_old_address_leads_on_where_the_slug_may_be_none_here_or_another_article_has_it() {
        String rows = """
                {"id": "1", "uuid": "u1", "title": "Odd", "slug": "%s", "status": "published", "html": "<p>One</p>"}""";
        send("{\"db\": [{\"data\": {\"posts\": [" + rows.formatted("Odd_one") + "]}}]}", Map.of("source", "ghost:one"))
                .finished()
                .counted(2, 0, 0, 0);
        send("{\"db\": [{\"data\": {\"posts\": [" + rows.formatted("odd") + "]}}]}", Map.of("source", "ghost:two"))
                .finished()
                .counted(2, 0, 0, 0);
        for (Map.Entry<String, String> old :
                Map.of("/Odd_one/", "odd", "/odd/", "odd-2").entrySet()) {
            nobody().queryParam("path", old.getKey())
                    .get("/v1/resolve")
                    .then()
                    .statusCode(200)
                    .body("target.slug", is(old.getValue()));
        }
    }

    @Test
    void a_dry_run_keeps_nothing() {
        String before = as(Role.ADMIN).get("/v1/manage/export").asString();
        SentFile tried = send(site, Map.of("dryRun", "true")).finished();
        assertThat(tried.last().getInt("counts.created")).isPositive();
        assertThat(as(Role.ADMIN).get("/v1/manage/export").asString()).isEqualTo(before);
    }

    @Test
    void pages_come_in_if_that_is_wished() {
        send(site, Map.of("pages", "true")).finished();
        nobody().get("/v1/articles/about").then().statusCode(200);
    }

    @Test
    void a_file_that_breaks_off_changes_nothing_and_the_place_is_told() {
        bringIn();
        String before = as(Role.ADMIN).get("/v1/manage/export").asString();
        SentFile sent = send(site.substring(0, site.indexOf("Paid for.")), URL);
        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).contains("breaks off", "on line ");
        assertThat(as(Role.ADMIN).get("/v1/manage/export").asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"posts\": []}", "{\"db\": []}", "PK\u0003\u0004", "<rss/>"})
    void what_is_no_such_file_ends_the_run_with_the_reason(String file) {
        SentFile sent = send(file, Map.of());
        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).contains("file");
    }

    @Test
    void what_is_no_column_of_a_row_is_passed_over_however_partsit_is() {
        String parts = "[1],".repeat(100_000);
        String file = "{\"data\":{\"posts\":[{\"odd\":[" + parts
                + "2],\"id\":\"p\",\"title\":\"Fog\",\"slug\":\"fog\",\"status\":\"draft\"}, 7, [8]]}}";
        send(file, Map.of()).finished().counted(1, 0, 0, 0);
    }

    @Test
    void an_address_that_is_none_is_refused() {
        SentFile.request()
                .contentType("application/json")
                .queryParam("url", "old.example.org")
                .body("{}".getBytes(UTF_8))
                .post("/v1/manage/imports/ghost")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void what_is_for_members_within_a_post_is_left_out() {
        SentFile sent = send(posts("""
                        {"id": "1", "title": "Gated", "slug": "gated", "status": "published", "visibility": "public", "published_at": "2020-01-02 03:04:05",
                         "html": "<p>Free</p><!--kg-gated-block:begin nonMember:false memberSegment:\\"status:-free\\" --><p>Secret</p><!--kg-gated-block:end--><!--kg-gated-block:begin nonMember:true memberSegment:\\"\\" --><p>Join</p><!--kg-gated-block:end--><p>End</p>"}""", """
                        {"id": "2", "title": "Cards", "slug": "cards", "status": "published", "visibility": "public", "published_at": "2020-01-02 03:04:05",
                         "lexical": "{\\"root\\": {\\"children\\": [{\\"type\\": \\"html\\", \\"html\\": \\"<p>Secret</p>\\", \\"visibility\\": {\\"web\\": {\\"nonMember\\": false}}}, {\\"type\\": \\"html\\", \\"html\\": \\"<p>Open</p>\\"}]}}"}"""), URL);
        assertThat(sent.finished().remarks())
                .containsExactly(
                        "Of the post ‘gated’ what is for members alone is left out.",
                        "Of the post ‘cards’ what is for members alone is left out.");
        nobody().get("/v1/articles/gated").then().body("body.html", is("<p>Free</p>\n<p>Join</p>\n<p>End</p>"));
        nobody().get("/v1/articles/cards").then().body("body.html", is("<p>Open</p>"));
    }

    @Test
    void what_is_only_mailed_or_of_no_time_or_of_odd_visibility_is_a_draft() {
        String file = posts("""
                        {"id": "1", "title": "Mailed", "slug": "mailed", "status": "published", "html": "<p>Secret</p>"}""", """
                        {"id": "2", "title": "Later", "slug": "later", "status": "scheduled", "published_at": "2031-05-01 08:00:00.000", "html": "<p>Secret</p>"}""", """
                        {"id": "3", "title": "Odd", "slug": "odd", "status": "published", "visibility": {"a": 1}, "html": "<p>Secret</p>"}""")
                .replace("\"posts\"", "\"posts_meta\": [{\"post_id\": \"1\", \"email_only\": 1}], \"posts\"");
        SentFile sent = send(file, URL).finished();
        nobody().get("/v1/articles").then().body("items.slug", empty());
        sent.counted(6, 0, 0, 0);
    }

    @Test
    void a_card_of_many_quotes_ends_nothing() {
        send(posts("""
                                {"id": "1", "title": "Deep", "slug": "deep", "status": "published", "mobiledoc": "{\\"cards\\": [[\\"markdown\\", {\\"markdown\\": \\"%s x\\"}]], \\"sections\\": [[10, 0]]}"}""".formatted(">".repeat(20_000))), URL).finished().counted(2, 0, 0, 0);
    }

    @Test
    void a_long_card_that_stands_in_many_places_is_refused_and_takes_no_memory() {
        String section = "[10, 0]";
        SentFile sent = send(
                posts("""
                                {"id": "1", "title": "Long", "slug": "long", "status": "published", "mobiledoc": "{\\"cards\\": [[\\"html\\", {\\"html\\": \\"%s\\"}]], \\"sections\\": [%s]}"}""".formatted(
                                "x".repeat(500_000),
                                IntStream.range(0, 6000).mapToObj(i -> section).collect(joining(",")))),
                URL);

        assertThat(sent.finished().faults()).contains("1 #/body/source /problems/validation-failed");
    }

    @Test
    void the_length_of_a_body_is_that_with_the_address_of_the_site() {
        String card = "__GHOST_URL__".repeat(10_000);
        String sections = IntStream.range(0, 12).mapToObj(i -> "[10, 0], ").collect(joining())
                + "[1, \\\"p\\\", [[0, [], 0, \\\"THE END\\\"]]]";
        send(posts("""
                                {"id": "1", "title": "Links", "slug": "links", "status": "published", "mobiledoc": "{\\"cards\\": [[\\"html\\", {\\"html\\": \\"%s\\"}]], \\"sections\\": [%s]}"}""".formatted(card, sections)), Map.of()).finished().counted(2, 0, 0, 0);

        nobody().get("/v1/articles/links").then().body("body.html", containsString("THE END"));
    }

    @Test
    void whatever_a_post_holds_that_cannot_be_stored_ends_nothing() {
        SentFile sent = send(
                posts(
                        "{\"id\": \"1\", \"title\": \"Odd\", \"slug\": \"a\\u0000b\", \"visibility\": \"members\"}",
                        "{\"id\": \"2\", \"title\": \"Card\", \"slug\": \"card\", \"lexical\": \"{\\\"root\\\": {\\\"children\\\": [{\\\"type\\\": \\\"ca\\\\u0000rd\\\"}]}}\"}",
                        "{\"id\": \"3\", \"title\": \"Plain\", \"slug\": \"plain\", \"html\": \"<p>So</p>\"}"),
                URL);

        assertThat(sent.finished().remarks()).isNotEmpty();
        assertThat(sent.faults()).noneMatch(fault -> fault.contains("internal-error"));
        as(Role.EDITOR).get("/v1/manage/articles/plain").then().statusCode(200);
    }

    @Test
    void a_text_that_is_too_long_is_told_as_that() {
        SentFile sent = send(posts("{\"id\": \"1\", \"title\": \"" + "x".repeat(21_000_000) + "\"}"), URL);

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).startsWith("Something in the file is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"1\"}", "\"none\"", "5"})
    void posts_that_are_no_list_are_no_export(String posts) {
        SentFile sent = send(
                "{\"data\": {\"users\": [{\"id\": \"1\", \"slug\": \"bo\", \"name\": \"Bo\"}], \"posts\": " + posts
                        + "}}",
                URL);

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).contains("posts are no list");
        sent.counted(0, 0, 0, 0);
    }

    @Test
    void who_is_called_by_an_e_mail_address_is_not_known_to_readers_by_it() {
        String users =
                "\"users\": [{\"id\": \"7\", \"slug\": \"bo\", \"name\": \"Bo <bo@old.example.org>\"}], \"posts_authors\": [{\"post_id\": \"1\", \"author_id\": \"7\"}], \"posts\"";
        send(
                        posts(
                                        "{\"id\": \"1\", \"title\": \"Fog\", \"slug\": \"fog\", \"status\": \"published\", \"visibility\": \"public\"}")
                                .replace("\"posts\"", users),
                        URL)
                .finished();

        nobody().get("/v1/authors").then().body("items.name", contains("Bo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "%s garbage", "{\"db\": [%s, %s]}"})
    void a_file_of_more_than_one_export_is_none(String files) {
        String one = "{\"data\": {\"posts\": [{\"id\": \"1\", \"title\": \"Fog\", \"slug\": \"fog\"}]}}";

        SentFile sent = send(files.replace("%s", one), URL);

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        sent.counted(0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"lexical\": \"{bad\"", "\"mobiledoc\": \"[]\""})
    void a_body_that_cannot_be_read_is_told_with_its_post(String body) {
        SentFile sent = send(
                posts("{\"id\": \"1\", \"title\": \"Fog\", \"slug\": \"fog\", \"status\": \"draft\", " + body + "}"),
                URL);

        assertThat(sent.finished().remarks())
                .containsExactly("Of the post ‘fog’ the body cannot be read: it is left out.");
    }

    @Test
    void a_public_post_without_a_date_is_told() {
        SentFile sent = send(
                posts(
                        "{\"id\": \"1\", \"title\": \"Fog\", \"slug\": \"fog\", \"status\": \"published\", \"published_at\": \"nope\"}"),
                URL);

        assertThat(sent.finished().remarks())
                .containsExactly(
                        "The post ‘fog’ has no date that can be read: it is published with that of the import.");
    }

    @Test
    void somebody_without_a_name_keeps_no_post_out() {
        String users =
                "\"users\": [{\"id\": \"7\"}], \"posts_authors\": [{\"post_id\": \"1\", \"author_id\": \"7\"}], \"posts\"";
        send(
                        posts("{\"id\": \"1\", \"title\": \"Fog\", \"slug\": \"fog\", \"status\": \"draft\"}")
                                .replace("\"posts\"", users),
                        URL)
                .finished()
                .counted(2, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bo-old-example-org", "bo-old-example-org-2"})
    void a_slug_that_was_made_of_an_address_does_not_tell_it(String slug) {
        String users = "\"users\": [{\"id\": \"7\", \"slug\": \"" + slug
                + "\", \"name\": \"\", \"email\": \"Bo@old.example.org\"}], \"posts\"";
        send(posts().replace("\"posts\"", users), URL).finished();

        as(Role.EDITOR)
                .get("/v1/manage/authors")
                .then()
                .body("items.slug", contains("bo"))
                .body("items.name", contains("bo"));
    }

    private static String posts(String... posts) {
        return "{\"db\": [{\"meta\": {\"version\": \"5.0.0\"}, \"data\": {\"posts\": [" + String.join(",", posts)
                + "]}}]}";
    }

    private static SentFile bringIn() {
        return send(site, URL).finished();
    }

    private static SentFile send(String file, Map<String, String> query) {
        return SentFile.of(SentFile.request()
                .contentType("application/json")
                .queryParams(query)
                .body(file.getBytes(UTF_8))
                .post("/v1/manage/imports/ghost"));
    }
}
