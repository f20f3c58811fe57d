package dev.standfirst.transfer.wordpress;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.transfer.SentFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a file that has in it what files of WordPress are feared for. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class WordPressImportTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final String HEAD = "<rss xmlns:wp='w' xmlns:content='c' xmlns:excerpt='e' xmlns:dc='d'><channel>";

    private static final String DATE = "<wp:post_date_gmt>2020-01-02 03:04:05</wp:post_date_gmt>";

    private static String site;

    @BeforeAll
    static void readSite() throws IOException {
        try (InputStream file = WordPressImportTest.class.getResourceAsStream("/transfer/wordpress.xml")) {
            site = new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void posts_come_in_as_articles_with_all_that_they_have() {
        bringIn();
        nobody().get("/v1/articles/fog-and-lamps")
                .then()
                .statusCode(200)
                .body("title", is("Fog & lamps"))
                .body("excerpt", is("The first part, on two lines."))
                .body("featured", is(true))
                .body("language", is("en-US"))
                .body("publishedAt", is("2020-05-01T08:00:00Z"))
                .body("image.url", is("https://old.example.org/lamp.jpg"))
                .body("image.alt", is("The lamp"))
                .body("image.caption", is("A lamp at night"))
                .body("authors.name", contains("Ines Calder"))
                .body("authors.slug", contains("ines"))
                .body("tags.name", contains("News & more", "Undeclared & used"))
                .body("tags.kind", contains("section", "topic"));
        nobody().get("/v1/articles/blocks")
                .then()
                .body("excerpt", is("An own excerpt"))
                .body("publishedAt", is("2020-05-01T10:00:00Z"))
                .body("authors.name", contains(">stranger"))
                .body("tags.name", contains("Lonely"));
        as(Role.EDITOR)
                .get("/v1/manage/tags/news")
                .then()
                .body("kind", is("section"))
                .body("description", is("What happens"));
        as(Role.EDITOR).get("/v1/manage/tags/news-2").then().body("kind", is("topic"));
        as(Role.EDITOR).get("/v1/manage/tags/main").then().statusCode(404);
    }

    @Test
    void a_classic_body_becomes_paragraphs_figures_and_links() {
        bringIn();
        String html = nobody().get("/v1/articles/fog-and-lamps").path("body.html");
        assertThat(html)
                .startsWith("<p>The first part,<br>on two lines.</p>")
                .contains("A lamp", "<figcaption>The <em>old</em> lamp</figcaption>")
                .contains("<figcaption>A lamp at night</figcaption>")
                .contains("https://old.example.org/two%20words.jpg")
                .contains("<a href=\"https://video.example.org/watch?v=1\"")
                .contains("<a href=\"https://video.example.org/alone\"")
                .contains("He said it [sic], and [gallery] is how it is written.")
                .contains("Inside a box.")
                .contains("<p>Quoted once.</p>", "<p>Quoted twice.</p>")
                .contains("An ending of a CDATA is ]]&gt; and no trouble.")
                .doesNotContain(
                        "[caption", "[gallery ids", "contact-form", "[box]", "[/box]", "more--", "<p></p>", "\b");
    }

    @Test
    void a_body_of_blocks_stays_what_it_is_without_the_comments_around_them() {
        bringIn();
        String html = nobody().get("/v1/articles/blocks").path("body.html");
        assertThat(html)
                .contains("<p>In a block.</p>", "<a href=\"https://video.example.org/2\"")
                .doesNotContain("wp:", "<br>");
    }

    @Test
    void comments_come_in_threads_and_what_is_none_of_a_reader_stays_out() {
        bringIn();
        nobody().get("/v1/articles/fog-and-lamps/comments")
                .then()
                .statusCode(200)
                .body("items.author.name", containsInAnyOrder("Piet 0", "Ada", "Answers a pingback", "Anonymous"));
        as(Role.MODERATOR)
                .get("/v1/manage/comments?limit=100")
                .then()
                .body("items", hasSize(14))
                .body("items.findAll { it.status == 'pending' }.author.name", contains("Waits"))
                .body("items.findAll { it.status == 'pending' }.author.url", contains(nullValue()))
                .body("items.find { it.author.name == 'Ada' }.text", is("No address: 2 * 3 * 4 and _this_\nsee here"))
                .body("items.find { it.author.name == 'Piet 1' }.createdAt", is("2020-05-02T08:00:00Z"))
                .body("items.author.name", not(containsString("desk")));
        String html = as(Role.MODERATOR)
                .get("/v1/manage/comments?limit=100")
                .path("items.find { it.author.name == 'Ada' }.html");
        assertThat(html)
                .contains("<strong>address</strong>", "href=\"https://ada.example.org/\"")
                .doesNotContain("alert");
        as(Role.EDITOR).get(ARTICLES + "blocks").then().body("commentPolicy", is("closed"));
    }

    @Test
    void old_addresses_lead_on() {
        bringIn();
        for (String path : List.of("/2020/05/fog-and-lamps/", "/2020/05/old-fog/")) {
            nobody().queryParam("path", path)
                    .get("/v1/resolve")
                    .then()
                    .statusCode(200)
                    .body("target.slug", is("fog-and-lamps"));
        }
    }

    @Test
    void what_was_not_public_is_not() {
        bringIn();
        nobody().get("/v1/articles?limit=100")
                .then()
                .body("items.title", containsInAnyOrder("Fog & lamps", "Blocks", "Ελληνικά"));
        as(Role.EDITOR)
                .get("/v1/manage/articles?limit=100&status=draft")
                .then()
                .body("items.title", containsInAnyOrder("No title, but a beginning.", "Secret", "Private"));
        as(Role.EDITOR).get("/v1/manage/articles?status=review").then().body("items.title", contains("Pending"));
        as(Role.EDITOR).get(ARTICLES + "far-away").then().body("publishedAt", is("2199-01-01T00:00:00Z"));
        String all = as(Role.ADMIN).get("/v1/manage/export").asString();
        assertThat(all).doesNotContain("ines@desk", "hidden", "192.0.2.7", "Binned", "Never.", "internal note", "Buy.");
    }

    @Test
    void what_has_no_place_here_is_told_once() {
        SentFile sent = bringIn();
        assertThat(sent.remarks())
                .containsExactlyInAnyOrder(
                        "Nobody here knows the shortcode [contact-form-7]: what was between its tags stays.",
                        "Nobody here knows the shortcode [box]: what was between its tags stays.",
                        "The post ‘13’ has a password: it is a draft here.",
                        "The post ‘15’ is private: it is a draft here.",
                        "Pages are left out; ?pages=true takes them for articles.",
                        "What is of the type ‘product’ is left out.");
        assertThat(sent.faults().stream().filter(fault -> !fault.endsWith("not-taken")))
                .hasSize(2)
                .allMatch(fault -> fault.endsWith(" #/parent /problems/never-came"));
    }

    @Test
    void a_file_that_is_sent_again_changes_nothing() {
        int created = bringIn().last().getInt("counts.created");
        String before = as(Role.ADMIN).get("/v1/manage/export").asString();
        send(site, Map.of()).finished().counted(0, 0, created, 2);
        assertThat(as(Role.ADMIN).get("/v1/manage/export").asString()).isEqualTo(before);
    }

    @Test
    void a_dry_run_keeps_nothing() {
        String before = as(Role.ADMIN).get("/v1/manage/export").asString();
        SentFile tried = send(site, Map.of("dryRun", "true")).finished();
        assertThat(as(Role.ADMIN).get("/v1/manage/export").asString()).isEqualTo(before);
        assertThat(tried.last().getInt("counts.created"))
                .isEqualTo(bringIn().last().getInt("counts.created"));
    }

    @Test
    void pages_come_in_if_that_is_wished() {
        send(site, Map.of("pages", "true")).finished();
        nobody().get("/v1/articles/about").then().statusCode(200).body("title", is("About"));
    }

    @Test
    void older_files_without_a_list_of_authors_come_in_and_compressed_ones() throws IOException {
        String old = site.replace("/1.2/", "/1.0/")
                .replaceAll("(?s)<wp:author>.*?</wp:author>|<wp:wxr_version>.*?</wp:wxr_version>", "")
                .replaceAll(
                        "<category domain=\"(category|post_tag)\"[^>]*>([^/]*)</category>", "<category>$2</category>$0")
                .replace("domain=\"post_tag\"", "domain=\"tag\"")
                .replace("<dc:creator><![CDATA[ines]]>", "<dc:creator><![CDATA[Ines Calloway]]>");
        assertThat(old).contains("domain=\"tag\"", "<category><![CDATA[News]]>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(old.getBytes(UTF_8));
        }
        SentFile.of(SentFile.request()
                        .contentType("application/xml")
                        .header("Content-Encoding", "gzip")
                        .body(bytes.toByteArray())
                        .post("/v1/manage/imports/wordpress"))
                .finished();
        nobody().get("/v1/articles/fog-and-lamps").then().body("authors.name", contains("Ines Calloway"));
    }

    @Test
    void a_slug_that_another_has_keeps_nothing_out_and_the_old_address_leads_on() {
        String comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Ada</wp:comment_author>"
                + "<wp:comment_approved>1</wp:comment_approved><wp:comment_content>Yes</wp:comment_content></wp:comment>";
        String file = HEAD
                + post("1", "", "draft", "Unfinished")
                + post("2", "odd", "publish", "Finished")
                        .replace("</item>", comment + "<link>https://old.example.org/odd/</link></item>")
                + "</channel></rss>";
        send(file, Map.of()).finished().counted(4, 0, 0, 0);
        nobody().queryParam("path", "/odd/").get("/v1/resolve").then().body("target.slug", is("odd-2"));
        nobody().get("/v1/articles/odd-2/comments").then().body("items", hasSize(1));
        send(file, Map.of()).finished().counted(0, 0, 4, 0);
    }

    @Test
    void an_article_of_this_site_is_not_taken_for_a_post_of_the_same_slug() {
        as(Role.EDITOR)
                .body(Map.of("slug", "odd", "title", "Ours"))
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
        String file = HEAD + post("1", "odd", "publish", "Theirs") + "</channel></rss>";
        send(file, Map.of()).finished().counted(1, 0, 0, 0);
        as(Role.EDITOR).get(ARTICLES + "odd").then().body("title", is("Ours"));
        nobody().get("/v1/articles/odd-2").then().statusCode(200);
        send(file, Map.of()).finished().counted(0, 0, 1, 0);
    }

    @Test
    void what_is_a_draft_here_but_was_out_there_keeps_its_date_and_its_old_address() {
        String file = HEAD
                + post("1", "odd", "private", "Text")
                        .replace(
                                DATE,
                                "<link>https://old.example.org/2019/odd/</link><wp:post_date_gmt>2019-03-01 08:00:00</wp:post_date_gmt>")
                + "</channel></rss>";
        send(file, Map.of()).finished().counted(2, 0, 0, 0);
        nobody().queryParam("path", "/2019/odd/").get("/v1/resolve").then().statusCode(404);
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post(ARTICLES + "odd/publish")
                .then()
                .statusCode(200)
                .body("publishedAt", is("2019-03-01T08:00:00Z"));
        nobody().queryParam("path", "/2019/odd/").get("/v1/resolve").then().body("target.slug", is("odd"));
    }

    @Test
    void what_plugins_tell_search_engines_comes_in_but_their_variables_do_not() {
        String meta = "<wp:postmeta><wp:meta_key>%s</wp:meta_key><wp:meta_value>%s</wp:meta_value></wp:postmeta>";
        String file = HEAD
                + post("1", "odd", "publish", "Text")
                        .replace(
                                "</item>",
                                meta.formatted("_yoast_wpseo_title", "%%title%% %%sep%% Site")
                                        + meta.formatted("rank_math_title", "For searchers")
                                        + meta.formatted("_yoast_wpseo_metadesc", "50 % of what it is about")
                                        + "</item>")
                + "</channel></rss>";
        send(file, Map.of()).finished();
        nobody().get("/v1/articles/odd")
                .then()
                .body("seo.title", is("For searchers"))
                .body("seo.description", is("50 % of what it is about"));
    }

    @Test
    void a_term_that_is_called_like_an_author_is_there_too() {
        String file = HEAD
                + post("1", "odd", "publish", "Text")
                        .replace(
                                "</item>",
                                "<dc:creator>ines</dc:creator><category domain='author' nicename='ines'>Ines</category></item>")
                + "</channel></rss>";
        send(file, Map.of()).finished().counted(3, 0, 0, 0);
    }

    @Test
    void posts_of_two_sites_that_have_one_host_or_are_said_to_be_two_are_not_one() {
        String blog = HEAD + "<wp:base_site_url>https://net.example.org/</wp:base_site_url>"
                + "<wp:base_blog_url>https://net.example.org/%s/</wp:base_blog_url>" + post("1", "%s", "publish", "x")
                + "</channel></rss>";
        for (String name : List.of("one", "two")) {
            send(blog.formatted(name, name), Map.of()).finished().counted(1, 0, 0, 0);
        }
        send(blog.formatted("one", "three"), Map.of("source", "staging"))
                .finished()
                .counted(1, 0, 0, 0);
        as(Role.EDITOR)
                .get("/v1/manage/articles")
                .then()
                .body(
                        "items.externalRef.source",
                        containsInAnyOrder(
                                "wordpress:net.example.org/one", "wordpress:net.example.org/two", "staging"));
    }

    @Test
    void a_gallery_has_the_pictures_that_wordpress_would_show() {
        String attached =
                "<item><wp:post_type>attachment</wp:post_type><wp:post_id>%1$d</wp:post_id><wp:post_parent>1</wp:post_parent>"
                        + "<wp:attachment_url>https://old.example.org/%1$d.%2$s</wp:attachment_url></item>";
        String file = HEAD
                + attached.formatted(11, "jpg") + attached.formatted(12, "pdf") + attached.formatted(13, "png")
                + attached.formatted(14, "webp")
                + post("1", "all", "publish", "[gallery]") + post("2", "some", "publish", "[gallery id=1 exclude='13']")
                + post("3", "named", "publish", "[gallery ids='14, 11']") + "</channel></rss>";
        send(file, Map.of()).finished();
        assertThat(pictures("all")).containsExactly("11.jpg", "13.png", "14.webp");
        assertThat(pictures("some")).containsExactly("11.jpg", "14.webp");
        assertThat(pictures("named")).containsExactly("14.webp", "11.jpg");
    }

    @Test
    void a_gallery_that_is_longer_than_any_body_is_refused_and_takes_no_memory() {
        String picture =
                "<item><wp:post_type>attachment</wp:post_type><wp:post_id>%d</wp:post_id><wp:post_parent>1</wp:post_parent>"
                        + "<wp:attachment_url>https://old.example.org/" + "x".repeat(4000)
                        + ".jpg</wp:attachment_url></item>";
        String pictures = IntStream.range(10, 1000).mapToObj(picture::formatted).collect(joining());
        SentFile sent = send(
                HEAD + pictures + post("1", "many", "publish", "[gallery]".repeat(1000))
                        + post("2", "two", "publish", "Two") + "</channel></rss>",
                Map.of());

        assertThat(sent.finished().faults()).containsExactly("1 #/body/source /problems/validation-failed");
        sent.counted(1, 0, 0, 1);
    }

    private static List<String> pictures(String slug) {
        return Pattern.compile("old\\.example\\.org/([^\"]+)\"")
                .matcher(html(slug))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void a_block_of_which_the_file_has_no_text_is_told() {
        SentFile sent = send(
                HEAD
                        + post(
                                "1",
                                "blocks",
                                "publish",
                                "<!-- wp:paragraph --><p>Text</p><!-- /wp:paragraph --> <!-- wp:latest-posts {\"postsToShow\":3} /-->")
                        + "</channel></rss>",
                Map.of());
        assertThat(sent.finished().remarks())
                .containsExactly("The block ‘latest-posts’ has no text that could be taken: it is left out.");
    }

    @Test
    void what_several_posts_have_in_common_is_in_each_of_them() {
        String posts = post("1", "first", "publish", "<p>One</p><!-- wp:block {\"ref\":70} /--><p>Two</p>")
                + post(
                        "2",
                        "second",
                        "publish",
                        "<!-- wp:block {\"ref\":71,\"lock\":{}} /--><!-- wp:block {\"ref\":73} /-->")
                + post("3", "walled", "publish", "<!-- wp:block {\"ref\":72} /-->");
        String blocks = block("70", "publish", "<!-- wp:paragraph --><p>About us</p><!-- /wp:paragraph -->")
                + block("71", "publish", "<p>Around</p><!-- wp:block {\"ref\":70} /--><!-- wp:block {\"ref\":71} /-->")
                + block("72", "publish", "[members_only]Secret[/members_only]")
                + block("73", "draft", "<p>Not yet</p>");

        SentFile sent =
                send(HEAD + posts + blocks + "</channel></rss>", Map.of()).finished();

        assertThat(html("first")).isEqualToIgnoringNewLines("<p>One</p><p>About us</p><p>Two</p>");
        assertThat(html("second")).isEqualToIgnoringNewLines("<p>Around</p><p>About us</p>");
        nobody().get("/v1/articles/walled").then().statusCode(404);
        assertThat(sent.remarks()).contains("The block ‘block’ has no text that could be taken: it is left out.");
    }

    private static String html(String slug) {
        return nobody().get("/v1/articles/" + slug).path("body.html");
    }

    private static String block(String id, String status, String body) {
        return post(id, "block-" + id, status, body).replace(">post<", ">wp_block<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- wp:block {\"ref\":70} --><!-- /wp:block -->",
                "<!-- wp:core/block {\"ref\":70,\"lock\":{}} /-->",
            })
    void however_a_post_names_a_pattern_it_is_in_it_and_nothing_else_is_gone(String place) {
        String posts = post("1", "first", "publish", "<p>One</p>" + place + "<p>Two</p><!-- wp:spacer {} /-->");

        send(HEAD + posts + block("70", "publish", "<p>Theirs</p>") + "</channel></rss>", Map.of())
                .finished()
                .counted(1, 0, 0, 0);

        assertThat(html("first")).isEqualToIgnoringNewLines("<p>One</p><p>Theirs</p><p>Two</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- wp:block {\"ref\":70,\"content\":{\"Head\":{\"content\":\"Mine\"}}} /-->",
                "<!-- wp:block {\"ref\":70 /-->",
                "<!-- wp:block {\"ref\":[70]} /-->",
                "<!-- wp:block {\"ref\":72} /-->"
            })
    void a_post_with_a_pattern_that_cannot_be_put_into_it_is_a_draft(String place) {
        String posts = post("1", "first", "publish", "<p>One</p>" + place + "<p>Two</p>");
        String blocks = block("70", "publish", "<p>Theirs</p>")
                + IntStream.range(72, 78)
                        .mapToObj(id -> block(
                                String.valueOf(id), "publish", "<!-- wp:block {\"ref\":%d} /-->".formatted(id + 1)))
                        .collect(Collectors.joining())
                + block("78", "publish", "[members_only]");

        SentFile sent = send(HEAD + posts + blocks + "</channel></rss>", Map.of())
                .finished()
                .counted(1, 0, 0, 0);

        assertThat(sent.remarks())
                .contains("The post ‘1’ has a pattern that could not be put into it: it is a draft here.");
        nobody().get("/v1/articles/first").then().statusCode(404);
    }

    @Test
    void where_a_pattern_begins_what_is_kept_from_readers_the_post_is_a_draft() {
        String posts = post(
                "1",
                "first",
                "publish",
                "<!-- wp:block {\"ref\":70} --><!-- /wp:block --><p>Secret</p>[/members_only]<!-- wp:spacer {} /-->");

        send(HEAD + posts + block("70", "publish", "[members_only]") + "</channel></rss>", Map.of())
                .finished();

        nobody().get("/v1/articles/first").then().statusCode(404);
    }

    @Test
    void what_a_broken_file_may_name_behind_the_break_leaves_what_is_here_as_it_is() {
        String start = HEAD
                + post("1", "first", "publish", "<p>One</p><!-- wp:block {\"ref\":70} /-->")
                        .replace(
                                "<wp:post_id>",
                                "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>80</wp:meta_value></wp:postmeta><wp:post_id>")
                + post("2", "second", "publish", "<p>Two</p>");
        String rest = block("70", "publish", "<p>Theirs</p>")
                + "<item><wp:post_id>80</wp:post_id><wp:post_type>attachment</wp:post_type>"
                + "<wp:attachment_url>https://old.example.org/lamp.jpg</wp:attachment_url></item></channel></rss>";
        send(start + rest, Map.of()).finished().counted(2, 0, 0, 0);

        SentFile broken = send(start + rest.substring(0, 20), Map.of());

        broken.counted(0, 0, 1, 0);
        assertThat(broken.last().getString("state")).isEqualTo("failed");
        assertThat(broken.remarks())
                .contains(
                        "The post ‘1’ names what may come where the file breaks off: it comes in with the whole file.");
        nobody().get("/v1/articles/first").then().body("image.url", is("https://old.example.org/lamp.jpg"));
    }

    @Test
    void who_is_called_by_an_e_mail_address_is_not_known_to_readers_by_it() {
        String post = post("1", "first", "publish", "<p>One</p>")
                .replace(
                        "<wp:post_id>",
                        "<dc:creator>bob@old.example.org</dc:creator><wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>zoe@old.example.org</wp:comment_author>"
                                + "<wp:comment_content>So it is</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment><wp:post_id>");

        send(HEAD + post + "</channel></rss>", Map.of()).finished();

        nobody().get("/v1/articles/first").then().body("authors.name", contains("bob"));
        nobody().get("/v1/articles/first/comments").then().body("items[0].author.name", is("zoe"));
    }

    @ParameterizedTest
    @CsvSource({
        "Bo <bo@old.example.org>,Bo",
        "bo@old.example.org (Bo),Bo",
        "Bo<bo@old.example.org>,Bo",
        "bo@old.example.org zoe@old.example.org,bo",
        "<bo@old.example.org>,Anonymous",
        "@bo@old.example.org,bo",
        "bo@old.example.org@,bo",
        "@@bo@old.example.org,bo",
        "Bo @ the quay,Bo @ the quay",
        "@bo,@bo"
    })
    void a_name_is_shown_without_the_address_that_is_in_it(String name, String shown) {
        String comment = "<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author><![CDATA[" + name
                + "]]></wp:comment_author><wp:comment_content>So it is</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>";

        send(HEAD + withComment(post("1", "first", "publish", "One"), comment) + "</channel></rss>", Map.of())
                .finished();

        nobody().get("/v1/articles/first/comments").then().body("items[0].author.name", is(shown));
    }

    private static String withComment(String post, String comment) {
        return post.replace("<wp:post_id>", comment + "<wp:post_id>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<wp:author_id></wp:author_id>", "<wp:author_id>0</wp:author_id>"})
    void who_is_nobody_of_the_site_is_none_of_its_staff(String number) {
        String comment = "<wp:comment><wp:comment_id>7</wp:comment_id>"
                + number.replace("author_id", "comment_user_id")
                + "<wp:comment_author>Bo</wp:comment_author><wp:comment_content>So it is</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>";
        String author = "<wp:author>" + number + "<wp:author_login>bo</wp:author_login></wp:author>";

        send(HEAD + author + withComment(post("1", "first", "publish", "One"), comment) + "</channel></rss>", Map.of())
                .finished();

        nobody().get("/v1/articles/first/comments").then().body("items.author.staff", contains(false));
    }

    @Test
    void a_post_that_comes_twice_is_unchanged_the_second_time() {
        String post = post("1", "first", "publish", "One")
                .replace("</item>", "<link>https://old.example.org/2020/first</link></item>");
        String other = post("2", "second", "publish", "Two");

        String file = HEAD + post + other + post + "</channel></rss>";

        SentFile sent = send(file, Map.of());

        assertThat(sent.finished().faults()).isEmpty();
        sent.counted(3, 0, 2, 0);
        send(file, Map.of()).finished().counted(0, 0, 5, 0);
    }

    @Test
    void a_comment_of_who_writes_for_the_site_is_one_of_its_staff() {
        String comment =
                "<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_user_id>%d</wp:comment_user_id><wp:comment_author>Bo</wp:comment_author>"
                        + "<wp:comment_content>So it is</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>";
        String post = post("1", "first", "publish", "<p>One</p>")
                .replace("<wp:post_id>", comment.formatted(7, 3) + comment.formatted(8, 4) + "<wp:post_id>");
        String author = "<wp:author><wp:author_id>3</wp:author_id><wp:author_login>bo</wp:author_login></wp:author>";

        send(HEAD + author + post + "</channel></rss>", Map.of()).finished();

        nobody().get("/v1/articles/first/comments").then().body("items.author.staff", containsInAnyOrder(true, false));
    }

    @Test
    void patterns_that_hold_one_another_many_times_take_no_time_and_keep_no_post_out() {
        String thousand = "<!-- wp:block {\"ref\":%d} /-->".repeat(1_000);
        String blocks = IntStream.range(70, 74)
                .mapToObj(id -> block(String.valueOf(id), "publish", thousand.replace("%d", String.valueOf(id + 1))))
                .collect(Collectors.joining());
        String posts = post("1", "first", "publish", "<p>One</p><!-- wp:block {\"ref\":70} /-->");

        send(HEAD + posts + blocks + block("74", "publish", "<p>x</p>") + "</channel></rss>", Map.of())
                .finished()
                .counted(1, 0, 0, 0);
        as(Role.EDITOR).get(ARTICLES + "first").then().body("status", is("draft"));
    }

    @Test
    void of_a_comment_that_is_too_long_the_beginning_is_in_and_those_that_answer_it() {
        String comment = "<wp:comment><wp:comment_id>%s</wp:comment_id><wp:comment_author>Ada</wp:comment_author>"
                + "<wp:comment_approved>1</wp:comment_approved><wp:comment_content>%s</wp:comment_content>"
                + "<wp:comment_parent>%s</wp:comment_parent></wp:comment>";
        SentFile sent = send(
                HEAD
                        + post("1", "long", "publish", "x")
                                .replace(
                                        "</item>",
                                        comment.formatted("1", "word ".repeat(3_000), "0")
                                                + comment.formatted("2", "So long", "1") + "</item>")
                        + "</channel></rss>",
                Map.of());
        sent.finished().counted(3, 0, 0, 0);
        assertThat(sent.remarks())
                .containsExactly("Of comments that are longer than one may be here, the beginning is in.");
    }

    @Test
    void of_a_file_that_breaks_off_what_was_whole_is_in_and_the_place_is_told() {
        String half = site.substring(0, site.indexOf("An <b>own</b>"));
        SentFile sent = send(half, Map.of());
        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).contains("breaks off", "on line ");
        nobody().get("/v1/articles/fog-and-lamps").then().statusCode(200).body("image.alt", is("The lamp"));
        nobody().get("/v1/articles/blocks").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004 is a ZIP",
                "{\"type\": \"article\"}",
                "<html><body>An error page</body></html>",
                "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&f;</title></channel></rss>"
            })
    void what_is_no_such_file_or_an_attack_ends_the_run_with_the_reason(String file) {
        SentFile sent = send(file, Map.of());
        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).contains("file").doesNotContain("root:");
    }

    @ParameterizedTest
    @CsvSource({
        "[box], 100000, [/box]",
        "[caption], 100000, [/caption]",
        "[, 200000, x",
        "<div>, 20000, x",
        "<b>, 20000, x",
        "<blockquote>, 20000, x",
        "<!--more, 100000, x",
        "https://a.example ~~, 10000, x",
        "<!-- x -->y, 100000, x",
        "<code>, 20000, x",
        "a~<i>x</i>, 30000, x",
        "<!-- wp:a , 100000, x"
    })
    void a_body_of_any_shape_comes_in(String part, int times, String end) {
        String body = part.replace("~", "\n").repeat(times) + end;
        String item = "<item><title>Odd</title><content:encoded><![CDATA[" + body + "]]></content:encoded>"
                + "<wp:post_id>1</wp:post_id><wp:post_name>odd</wp:post_name><wp:status>publish</wp:status>"
                + "<wp:post_type>post</wp:post_type><wp:comment><wp:comment_id>1</wp:comment_id>"
                + "<wp:comment_author>Ada</wp:comment_author><wp:comment_approved>1</wp:comment_approved>"
                + "<wp:comment_content><![CDATA[" + "<b>".repeat(5_000)
                + "x]]></wp:comment_content></wp:comment></item>";
        send(HEAD + item + "</channel></rss>", Map.of()).finished().counted(2, 0, 0, 0);
        nobody().get("/v1/articles/odd").then().statusCode(200);
    }

    @Test
    void attributes_of_any_length_come_in() {
        String body = "[caption " + "a".repeat(200_000) + "]x[/caption]";
        send(HEAD + post("1", "odd", "publish", body) + "</channel></rss>", Map.of())
                .finished()
                .counted(1, 0, 0, 0);
    }

    @Test
    void shortcodes_of_any_number_of_names_come_in() {
        StringBuilder body = new StringBuilder();
        for (int name = 0; name < 100_000; name++) {
            body.append("[a-").append(Integer.toString(name, 36)).append(']');
        }
        SentFile sent = send(HEAD + post("1", "odd", "publish", body.toString()) + "</channel></rss>", Map.of());
        sent.finished();
        nobody().get("/v1/articles/odd").then().statusCode(200);
    }

    @Test
    void what_is_to_come_at_a_time_that_cannot_be_read_is_a_draft() {
        SentFile sent =
                send(HEAD + post("1", "later", "future", "Embargoed").replace(DATE, "") + "</channel></rss>", Map.of());
        assertThat(sent.finished().remarks())
                .contains("The post ‘1’ is to come at a time that cannot be read: it is a draft here.");
        nobody().get("/v1/articles/later").then().statusCode(404);
        as(Role.EDITOR).get(ARTICLES + "later").then().body("status", is("draft"));
    }

    @Test
    void where_a_shortcode_keeps_text_from_readers_the_post_is_a_draft() {
        String posts = post("1", "kept", "publish", "Free [members_only level=\"2\"]Secret[/members_only] end")
                + post("2", "open", "publish", "Free [subscribe_form id=\"2\"] end");
        send(HEAD + posts + "</channel></rss>", Map.of()).finished();
        nobody().get("/v1/articles/kept").then().statusCode(404);
        nobody().get("/v1/articles/open").then().statusCode(200);
    }

    @Test
    void what_subscribers_alone_may_read_is_a_draft() {
        String posts = post("1", "wall", "publish", "<p>Free</p><!-- wp:jetpack/paywall /--><p>Secret</p>")
                + post(
                        "2",
                        "view",
                        "publish",
                        "<!-- wp:premium-content/subscriber-view --><p>Secret</p><!-- /wp:premium-content/subscriber-view -->")
                + post("3", "meta", "publish", "Secret")
                        .replace(
                                "</item>",
                                "<wp:postmeta><wp:meta_key>_jetpack_newsletter_access</wp:meta_key><wp:meta_value>paid_subscribers</wp:meta_value></wp:postmeta></item>")
                + post("6", "code", "publish", "<pre>[members_only]Secret[/members_only]</pre>")
                + post("7", "half", "publish", "[members_only]<code>Secret[/members_only]</code>")
                + post(
                        "8",
                        "caption",
                        "publish",
                        "[caption]<img src='a.png'> [members_only]Secret[/members_only][/caption]")
                + post("4", "show", "publish", "Free [mepr-show if=\"loggedin\"]Secret[/mepr-show] end")
                + post(
                                "5",
                                "open",
                                "publish",
                                "<p>Free</p><!-- wp:jetpack/subscriptions /--><!-- wp:premium/heading --><h2>Free</h2><!-- /wp:premium/heading -->")
                        .replace(
                                "</item>",
                                "<wp:postmeta><wp:meta_key>_jetpack_newsletter_access</wp:meta_key><wp:meta_value>everybody</wp:meta_value></wp:postmeta></item>");
        send(HEAD + posts + "</channel></rss>", Map.of()).finished();
        nobody().get("/v1/articles?limit=100").then().body("items.slug", contains("open"));
    }

    @Test
    void no_words_are_taken_for_shortcodes_and_none_are_lost_beside_them() {
        String body = """
                We were [re-elected] by the [vice-president]. <a href="/x[y_z]">Link</a> <pre>x[my_index] = 1</pre>
                <pre><code>[gallery ids="1"]</code></pre>
                [video src="https://old.example.org/a.mp4" /] Important text [video src="https://old.example.org/b.mp4"][/video] end""";
        send(HEAD + post("1", "odd", "publish", body) + "</channel></rss>", Map.of())
                .finished();
        String html = nobody().get("/v1/articles/odd").path("body.html");
        assertThat(html)
                .contains("[re-elected] by the [vice-president]", "x[my_index] = 1", "[gallery ids=\"1\"]")
                .contains("y_z", "/a.mp4", "Important text", "/b.mp4", "end");
    }

    @Test
    void what_has_a_status_that_is_none_is_told() {
        SentFile sent = send(
                HEAD + post("1", "one", "archived", "x") + post("2", "two", "trash", "x") + "</channel></rss>",
                Map.of());
        assertThat(sent.finished().remarks()).containsExactly("What has the status ‘archived’ is left out.");
    }

    @Test
    void posts_and_comments_without_a_number_of_their_own_come_in_each() {
        String comment = "<wp:comment><wp:comment_id>%s</wp:comment_id><wp:comment_author>Ada</wp:comment_author>"
                + "<wp:comment_approved>1</wp:comment_approved><wp:comment_content>%s</wp:comment_content></wp:comment>";
        String file = HEAD
                + post("", "one", "publish", "One")
                + post("", "two", "publish", "Two")
                        .replace(
                                "</item>",
                                comment.formatted("", "First")
                                        + comment.formatted("", "Second")
                                        + comment.formatted("7", "Third")
                                        + comment.formatted("7", "Fourth")
                                        + "</item>")
                + "</channel></rss>";
        send(file, Map.of()).finished().counted(6, 0, 0, 0);
        nobody().get("/v1/articles/one").then().statusCode(200);
        nobody().get("/v1/articles/two/comments").then().body("items", hasSize(4));
        send(file, Map.of()).finished().counted(0, 0, 6, 0);
    }

    @Test
    void an_address_of_a_post_that_has_no_path_ends_nothing() {
        String file = HEAD
                + post("1", "one", "publish", "One")
                        .replace("</item>", "<link>mailto:someone@example.org</link></item>")
                + post("2", "two", "publish", "Two") + "</channel></rss>";
        send(file, Map.of()).finished().counted(2, 0, 0, 0);
    }

    private static String post(String id, String slug, String status, String body) {
        return "<item><title>Odd</title><content:encoded><![CDATA[" + body + "]]></content:encoded><wp:post_id>" + id
                + "</wp:post_id><wp:post_name>" + slug + "</wp:post_name><wp:status>" + status
                + "</wp:status><wp:post_type>post</wp:post_type>" + DATE + "</item>";
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1,ISO-8859-1",
        "windows-1252,windows-1252",
        "UTF-16,UTF-16",
        "UTF-16,UTF-16LE",
        "UTF-16BE,UTF-16BE",
        "utf-8,UTF-8",
        "UTF-16,UTF-8"
    })
    void a_file_is_read_in_the_encoding_that_it_declares(String declared, String written) {
        String file = "<?xml version=\"1.0\" encoding=\"" + declared + "\" ?>" + HEAD
                + post("1", "first", "publish", "Übersee, façade") + "</channel></rss>";

        send(file.getBytes(Charset.forName(written))).finished();

        nobody().get("/v1/articles/first").then().body("body.html", containsString("Übersee, façade"));
    }

    @Test
    void a_file_in_an_encoding_that_nobody_knows_is_refused_whole() {
        SentFile sent = send("<?xml version='1.0' encoding='EBCDIC-XX'?>" + HEAD + "</channel></rss>", Map.of());

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail"))
                .isEqualTo("Nobody here knows the encoding ‘EBCDIC-XX’ of the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n \t", "\uFEFF", "\uFEFF\n", "\n\uFEFF\uFEFF "})
    void what_stands_before_the_declaration_of_a_file_is_passed_over(String before) {
        send(
                        before + "<?xml version=\"1.0\"" + " ".repeat(300) + "encoding=\"UTF-8\"?>" + HEAD
                                + post("1", "first", "publish", "Übersee") + "</channel></rss>",
                        Map.of())
                .finished()
                .counted(1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel></channel></rss>",
                "garbage",
                "<?xml version='1.0'?><rss><channel></channel></rss>"
            })
    void what_stands_behind_an_export_is_told_and_keeps_nothing_out(String behind) {
        String post = post("1", "first", "publish", "One")
                .replace(
                        "</item>",
                        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item>");

        SentFile sent = send(HEAD + post + "</channel></rss>" + behind, Map.of());

        assertThat(sent.finished().counted(1, 0, 0, 0).remarks())
                .contains("The file does not end where the export does: what stands behind it is left out.");
    }

    @Test
    void a_long_file_in_an_encoding_of_one_byte_comes_in_as_one_in_utf_8_does() {
        String posts = IntStream.range(0, 200)
                .mapToObj(i -> post("" + i, "post-" + i, "publish", "Words ".repeat(300) + i))
                .collect(joining());
        String file = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + HEAD + posts + "</channel></rss>";

        SentFile sent = send(file.getBytes(ISO_8859_1)).finished().counted(200, 0, 0, 0);

        assertThat(sent.faults()).isEmpty();
        send(file.replace("ISO-8859-1", "UTF-8").getBytes(UTF_8)).finished().counted(0, 0, 200, 0);
    }

    @Test
    void what_stands_before_the_declaration_counts_as_lines_of_the_file() {
        String file = "<?xml version=\"1.0\"?>\n" + HEAD + post("1", "first", "publish", "[odd a=1]x[/odd]")
                + "</channel></rss>";

        assertThat(send(file, Map.of()).faults()).containsExactly("2 # /problems/not-taken");
        assertThat(send("\n \r\n\n" + file, Map.of()).faults()).containsExactly("5 # /problems/not-taken");
    }

    @Test
    void bodies_in_utf_8_and_titles_in_the_encoding_of_the_site_are_both_read() {
        String file = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + HEAD
                + post("1", "first", "publish", "Übersee – “façade” 𝄞").replace("Odd", "%") + "</channel></rss>";
        byte[] title = "Müller – “hier”".getBytes(Charset.forName("windows-1252"));
        byte[][] around = {
            file.substring(0, file.indexOf('%')).getBytes(UTF_8),
            title,
            file.substring(file.indexOf('%') + 1).getBytes(UTF_8)
        };
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        Stream.of(around).forEach(mixed::writeBytes);

        send(mixed.toByteArray()).finished();

        nobody().get("/v1/articles/first")
                .then()
                .body("title", is("Müller – “hier”"))
                .body("body.html", containsString("Übersee – “façade” 𝄞"));
    }

    @Test
    void a_gzip_that_was_damaged_is_told() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(site.getBytes(UTF_8));
        }
        byte[] damaged = bytes.toByteArray();
        damaged[damaged.length - 8] ^= 1; // of the check sum

        assertThat(send(damaged).last().getString("detail")).startsWith("The gzip breaks off, or is none.");
    }

    @Test
    void a_gzip_that_breaks_off_is_told_as_that() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(site.getBytes(UTF_8));
        }

        SentFile sent = send(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20));

        assertThat(sent.last().getString("state")).isEqualTo("failed");
        assertThat(sent.last().getString("detail")).startsWith("The gzip breaks off, or is none.");
    }

    @Test
    void a_public_post_without_a_date_is_told() {
        SentFile sent = send(
                (HEAD + post("1", "first", "publish", "One") + post("2", "second", "draft", "Two") + "</channel></rss>")
                        .replace(DATE, ""),
                Map.of());

        assertThat(sent.finished().remarks())
                .containsExactly("The post ‘1’ has no date that can be read: it is published with that of the import.");
    }

    @Test
    void another_content_type_is_refused() {
        SentFile.request()
                .contentType(ContentType.JSON)
                .body("{}".getBytes(UTF_8))
                .post("/v1/manage/imports/wordpress")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    private static SentFile bringIn() {
        return send(site, Map.of()).finished();
    }

    private static SentFile send(String file, Map<String, String> query) {
        return send(file.getBytes(UTF_8), query);
    }

    private static SentFile send(byte[] file) {
        return send(file, Map.of());
    }

    private static SentFile send(byte[] file, Map<String, String> query) {
        return SentFile.of(SentFile.request()
                .contentType("application/xml")
                .queryParams(query)
                .body(file)
                .post("/v1/manage/imports/wordpress"));
    }
}
