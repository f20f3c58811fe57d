package dev.standfirst.article;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.standfirst.access.Role;
import dev.standfirst.body.Derivation;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class DerivationTest {

    private static final UUID NONE = new UUID(0, 0);

    @Inject
    DerivationJob job;

    @Inject
    DerivationService derivations;

    @Inject
    DataSource database;

    @Test
    void an_outdated_body_is_derived_anew_and_its_article_stays_as_it_was() throws SQLException {
        String slug = aStory().reading("Some *fog* by [the mole](https://example.org/).")
                .published()
                .create();
        String before = article(slug);
        outdate("html = 'old', text = 'old', outline = '[]', sources = '[]'");
        run("update article set derived_excerpt = 'old', word_count = 1");
        progress(0, 1);

        job.bringUpToDate();

        progress(1, 0);
        assertThat(article(slug)).isEqualTo(before);
        as(Role.ADMIN)
                .get("/v1/manage/changes?limit=1")
                .then()
                .body("items[0].action", equalTo("article.derive"))
                .body("items[0].actor.name", equalTo("system"))
                .body("items[0].thing.version", equalTo(1));
    }

    @Test
    void a_body_that_comes_out_the_same_is_no_change() throws SQLException {
        aStory().reading("Some fog.").published().create();
        int changes = changes();
        outdate("format = format");
        job.bringUpToDate();
        progress(1, 0);
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void an_article_that_is_being_written_is_passed_over_and_done_later() throws Exception {
        String written = aStory().titled("Written").reading("One.").create();
        aStory().titled("Other").reading("Two.").create();
        outdate("html = 'old'");
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("select 1 from article where slug = '" + written + "' for update");
            assertThat(derivations.bringUpToDate(derivations.outdated(NONE, 10)))
                    .isEqualTo(1);
            progress(1, 1);
            writer.rollback();
        }
        assertThat(derivations.bringUpToDate(derivations.outdated(NONE, 10))).isEqualTo(1);
        progress(2, 0);
    }

    @Test
    void all_are_brought_up_to_date_while_others_read_and_edit_them() throws Exception {
        Map<String, String> updatedAt = new HashMap<>();
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            slugs.add(aStory().titled("Story " + i)
                    .reading("Text *" + i + "*.")
                    .published()
                    .create());
        }
        outdate("html = 'old', text = 'old'");
        for (String slug : slugs.subList(30, 60)) {
            updatedAt.put(
                    slug, as(Role.READER).get("/v1/manage/articles/" + slug).path("updatedAt"));
        }

        CompletableFuture<Void> running =
                CompletableFuture.runAsync(job::bringUpToDate, task -> new Thread(task).start());
        for (int i = 0; i < 30; i++) {
            as(Role.EDITOR)
                    .header("If-Match", "*")
                    .body("{\"body\":{\"source\":\"Edited *" + i + "*.\"}}")
                    .patch("/v1/manage/articles/" + slugs.get(i))
                    .then()
                    .statusCode(200);
            nobody().get("/v1/articles/" + slugs.get(59 - i)).then().statusCode(200);
        }
        running.get(60, TimeUnit.SECONDS);

        progress(60, 0);
        for (int i = 0; i < 60; i++) {
            String words = i < 30 ? "Edited" : "Text";
            nobody().get("/v1/articles/" + slugs.get(i))
                    .then()
                    .body("body.html", equalTo("<p>%s <em>%d</em>.</p>".formatted(words, i)));
        }
        updatedAt.forEach((slug, moment) -> as(Role.READER)
                .get("/v1/manage/articles/" + slug)
                .then()
                .body("updatedAt", equalTo(moment))
                .body("version", equalTo(1)));
    }

    private static String article(String slug) {
        return as(Role.READER).get("/v1/manage/articles/" + slug).asString()
                + nobody().get("/v1/articles/" + slug).asString();
    }

    private static void progress(int upToDate, int outdated) {
        as(Role.READER)
                .get("/v1/manage/derivations")
                .then()
                .statusCode(200)
                .body("number", equalTo(Derivation.NUMBER))
                .body("upToDate", equalTo(upToDate))
                .body("outdated", equalTo(outdated));
    }

    private static int changes() {
        return as(Role.ADMIN)
                .get("/v1/manage/changes?limit=100")
                .<List<Object>>path("items")
                .size();
    }

    /** Makes every body look as if the rules before had derived it. */
    private void outdate(String set) throws SQLException {
        run("update article_body set derivation = " + (Derivation.NUMBER - 1) + ", " + set);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
