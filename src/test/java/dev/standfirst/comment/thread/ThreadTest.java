package dev.standfirst.comment.thread;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class ThreadTest {
    @Inject
    DataSource database;

    private String story;

    @BeforeEach
    void aStoryTakesComments() {
        story = aStory().published().with("commentPolicy", "open").create();
    }

    @Test
    void replies_nest_three_deep_and_deeper_ones_stand_on_the_last_level_and_say_whom_they_answer() {
        List<String> ids = new ArrayList<>();
        ids.add(aReply().by("Zero").on(story).extract().path("id"));
        for (String name : List.of("One", "Two", "Three", "Four", "Five")) {
            ids.add(aReply().by(name)
                    .to(ids.get(ids.size() - 1))
                    .on(story)
                    .extract()
                    .path("id"));
        }
        JsonPath two = tree("").setRootPath("items[0].replies[0].replies[0]");
        assertThat(two.getString("author.name")).isEqualTo("Two");
        assertThat(two.getList("replies.author.name")).containsExactly("Three", "Four", "Five");
        assertThat(two.getString("replies[0].replyTo")).isNull();
        assertThat(two.getString("replies[1].replyTo.id")).isEqualTo(ids.get(3));
        assertThat(two.getString("replies[1].replyTo.name")).isEqualTo("Three");
        assertThat(two.getString("replies[1].parentId")).isEqualTo(ids.get(3));
        assertThat(two.getString("replies[2].replyTo.name")).isEqualTo("Four");
    }

    @Test
    void a_page_has_the_first_replies_and_leads_to_the_others_without_repeating_or_skipping_one() {
        String top = aReply().on(story).extract().path("id");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String under = i % 3 == 2 ? sent.get(i - 1) : top;
            sent.add(aReply().saying("Reply " + i).to(under).on(story).extract().path("id"));
        }
        JsonPath page = tree("?replies=4");
        List<String> seen = new ArrayList<>();
        collect(page.getList("items[0].replies"), seen);
        assertThat(seen).hasSize(4);
        String next = page.getString("items[0].moreReplies") + "&limit=2";
        while (next != null) {
            JsonPath rest = nobody().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(rest.getList("items.id"));
            next = rest.getString("page.next");
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
        nobody().get("/v1/comments/" + top + "/replies")
                .then()
                .statusCode(200)
                .body("items", hasSize(9))
                .body("items[0].replyTo.id", is(top));
        assertThat(tree("").getString("items[0].moreReplies")).isNull();
        assertThat(tree("?replies=0").getString("items[0].moreReplies")).isNotNull();
    }

    @Test
    void the_list_is_walked_over_what_answers_the_article_from_either_end() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(aReply().saying("Comment " + i).on(story).extract().path("id"));
            aReply().saying("Reply " + i).to(sent.get(i)).on(story);
        }
        assertThat(walk("/v1/articles/" + story + "/comments?limit=3")).containsExactlyElementsOf(sent);
        List<String> reversed = new ArrayList<>(sent);
        Collections.reverse(reversed);
        assertThat(walk("/v1/articles/" + story + "/comments?limit=3&sort=newest"))
                .containsExactlyElementsOf(reversed);
        assertThat(walk("/v1/articles/" + story + "/comments?limit=3&view=flat"))
                .hasSize(14);
        String next = tree("?limit=3").getString("page.next");
        nobody().get(next + "&sort=newest").then().statusCode(400);
    }

    @Test
    void a_flat_list_has_every_comment_and_says_whom_each_answers() {
        String top = aReply().by("Ines").on(story).extract().path("id");
        String answer = aReply().by("Osric").to(top).on(story).extract().path("id");
        nobody().get("/v1/articles/" + story + "/comments?view=flat")
                .then()
                .statusCode(200)
                .body("items.id", contains(top, answer))
                .body("items[0].replies", empty())
                .body("items[0].replyTo", nullValue())
                .body("items[1].replyTo.name", is("Ines"));
    }

    @Test
    void the_number_of_comments_is_told_where_it_is_asked_for() {
        String quiet = aStory().titled("Quiet").published().create();
        String top = aReply().on(story).extract().path("id");
        aReply().to(top).on(story);
        nobody().get("/v1/comments/counts?articles=quiet," + story + ",there-is-none")
                .then()
                .statusCode(200)
                .body("items.slug", contains(quiet, story))
                .body("items.count", contains(0, 2));
        nobody().get("/v1/articles/" + story + "?include=commentCount").then().body("commentCount", is(2));
        nobody().get("/v1/articles?include=commentCount&sort=publishedAt")
                .then()
                .body("items.commentCount", contains(2, 0));
        nobody().get("/v1/articles/" + story).then().body("commentCount", nullValue());
        nobody().get("/v1/comments/counts").then().statusCode(400);
    }

    @Test
    void a_thread_is_sixty_four_levels_deep_at_most_and_walked_to_its_end() throws SQLException {
        fill(story, 64, 64);
        JsonPath flat = nobody().get("/v1/articles/" + story + "/comments?view=flat&limit=100")
                .jsonPath();
        String deepest = flat.getString("items[63].id");
        aReply().to(deepest).on(story).statusCode(422).body("type", is("/problems/thread-too-deep"));
        aReply().to(flat.getString("items[62].id")).on(story).statusCode(201);
        assertThat(walk("/v1/comments/" + flat.getString("items[0].id") + "/replies?limit=9"))
                .hasSize(64);
    }

    @Test
    void a_thread_of_ten_thousand_comments_costs_as_many_statements_as_one_of_ten() throws SQLException {
        String small = aStory().published().create();
        fill(story, 10_000, 50);
        fill(small, 10, 3);
        for (String list : List.of("", "?view=flat&sort=newest", "?replies=50&limit=100")) {
            statements(small + "/comments" + list);
            int few = statements(small + "/comments" + list);
            assertThat(statements(story + "/comments" + list)).as(list).isEqualTo(few);
        }
        tree("?limit=100&replies=50&count=exact");
        nobody().get("/v1/articles/" + story + "/comments?limit=100&replies=50")
                .then()
                .statusCode(200)
                .body("items[0].replies.size() > 0", is(true));
    }

    @Test
    void what_is_nobodys_or_below_an_article_that_is_not_live_is_not_found() {
        String id = aReply().on(story).extract().path("id");
        nobody().get("/v1/comments/0195a000-0000-7000-8000-000000000001").then().statusCode(404);
        as(Role.EDITOR).header("If-Match", "*").delete("/v1/manage/articles/" + story);
        nobody().get("/v1/comments/" + id).then().statusCode(404);
        nobody().get("/v1/comments/" + id + "/replies").then().statusCode(404);
        nobody().get("/v1/comments/counts?articles=" + story).then().body("items", empty());
    }

    private int statements(String slug) {
        int before = CountingDriver.executed();
        nobody().get("/v1/articles/" + slug).then().statusCode(200);
        return CountingDriver.executed() - before;
    }

    /** Writes chains of comments, each of which answers the one before, as they would stand if they had been posted. */
    private void fill(String slug, int number, int deep) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    with recursive chain as (
                        select gen_random_uuid() id, null::uuid parent_id, null::uuid root_id, 0 depth, ''::text path, n, now() + n * interval '1 ms' sent
                        from generate_series(1, %1$d / %2$d) n
                        union all
                        select gen_random_uuid(), id, coalesce(root_id, id), depth + 1,
                               path || lpad(to_hex((extract(epoch from sent) * 1000000)::bigint), 15, '0') || right(id::text, 12), n, sent + interval '1 s'
                        from chain where depth < %2$d - 1)
                    insert into comment (id, article_id, parent_id, root_id, depth, path, status, staff, vouched, author_name, source, html, text,
                        replies, score, reasons, created_at, updated_at, version)
                    select id, (select id from article where slug = '%3$s'), parent_id, coalesce(root_id, id), depth,
                        path || lpad(to_hex((extract(epoch from sent) * 1000000)::bigint), 15, '0') || right(id::text, 12),
                        'APPROVED', false, false, 'Ines', 'Fog', '<p>Fog</p>', 'Fog', %2$d - 1 - depth, 0, '[]', sent, sent, 1
                    from chain
                    """.formatted(number, deep, slug));
        }
    }

    private JsonPath tree(String query) {
        return nobody().get("/v1/articles/" + story + "/comments" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> walk(String address) {
        List<String> seen = new ArrayList<>();
        String next = address;
        while (next != null) {
            JsonPath page = nobody().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("page.next");
        }
        return seen;
    }

    private static void collect(Object comments, List<String> ids) {
        for (Object comment : (List<?>) comments) {
            Map<?, ?> members = (Map<?, ?>) comment;
            ids.add(String.valueOf(members.get("id")));
            collect(requireNonNull(members.get("replies")), ids);
        }
    }
}
