package dev.standfirst.article.history;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Story.aStory;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The revisions that a migration made of the stories that were there before revisions were kept. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class FirstRevisionTest {
    private static final String ARTICLES = "/v1/manage/articles/";
    private static final String MIGRATION = "/db/migration/V23__keep_every_revision.sql";

    @Inject
    DataSource database;

    @Test
    void the_history_of_an_older_story_begins_with_what_it_is_to_the_last_member() throws Exception {
        String whole = aStory().titled("Fog")
                .tagged("Sea", "Night")
                .by("ines", "osric")
                .reading("Thick.\n")
                .with("kicker", "News")
                .with("externalRef", Map.of("source", "wire", "id", "7"))
                .with("image", Map.of("url", "https://example.org/a.jpg", "alt", "Fog"))
                .with("seo", Map.of("title", "For machines"))
                .with("custom", Map.of("rate", 1.10, "list", List.of(1, 2)))
                .with("commentPolicy", "links")
                .with("commentsCloseAfterDays", 3)
                .with("unpublishAt", "2031-01-01T00:00:00Z")
                .published()
                .create();
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body("{\"items\":[{\"url\":\"https://example.org/a\",\"title\":\"A\",\"relation\":\"source\"}]}")
                .put(ARTICLES + whole + "/related")
                .then()
                .statusCode(200);
        String bare = aStory().titled("Bare").create();
        Map<String, Object> wholeContent = content(whole, 2);
        Map<String, Object> bareContent = content(bare, 1);
        forgetRevisionsAndMigrate();
        assertThat(content(whole, 2)).isEqualTo(wholeContent);
        assertThat(content(bare, 1)).isEqualTo(bareContent);
        as(Role.READER)
                .get(ARTICLES + whole + "/revisions")
                .then()
                .body("items.number", contains(2))
                .body("items.action", contains("article.relate"))
                .body("items.actor.name", contains("The editor"));
    }

    @Test
    void an_older_story_is_changed_copied_and_reverted_like_any_other() throws Exception {
        String fog =
                aStory().titled("Fog").tagged("Sea").reading("Old.").published().create();
        forgetRevisionsAndMigrate();
        as(Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "Mist", "body", Map.of("source", "New.")))
                .patch(ARTICLES + fog + "?draft=true")
                .then()
                .statusCode(200)
                .body("title", equalTo("Mist"));
        as(Role.READER)
                .get(ARTICLES + fog + "/revisions/2")
                .then()
                .body("revision.fields", containsInAnyOrder("title", "body"));
        as(Role.EDITOR).post(ARTICLES + fog + "/publish").then().statusCode(200).body("title", equalTo("Mist"));
        as(Role.EDITOR)
                .header("If-Match", "*")
                .post(ARTICLES + fog + "/revisions/1/revert")
                .then()
                .statusCode(200)
                .body("title", equalTo("Fog"))
                .body("body.source", equalTo("Old."))
                .body("tags.slug", contains("sea"));
    }

    private static Map<String, Object> content(String article, int number) {
        return as(Role.READER)
                .get(ARTICLES + article + "/revisions/" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("content");
    }

    private void forgetRevisionsAndMigrate() throws IOException, SQLException {
        String migration;
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            migration = new String(script.readAllBytes(), UTF_8);
        }
        List<String> filling = Arrays.stream(migration.split(";\\s*\n"))
                .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
                .filter(statement -> statement.startsWith("insert"))
                .toList();
        assertThat(filling).hasSize(2);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from article_revision");
            statement.execute("delete from revision_text");
            for (String fill : filling) {
                statement.execute(fill);
            }
        }
    }
}
