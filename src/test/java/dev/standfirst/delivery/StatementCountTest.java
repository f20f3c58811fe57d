package dev.standfirst.delivery;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class StatementCountTest {

    @Test
    void a_list_takes_the_same_few_statements_whatever_its_size_and_whatever_its_stories_carry() {
        String[] ten = IntStream.range(0, 10).mapToObj(i -> "n" + i).toArray(String[]::new);
        aStory().published().create();
        aStory().tagged("n0").by("n0").published().create();
        aStory().tagged(ten).by(ten).published().create();
        int small = statements("/v1/articles?limit=20", 3);
        assertThat(small).isPositive().isLessThanOrEqualTo(4);

        for (int i = 0; i < 100; i++) {
            aStory().tagged(ten).with("authors", List.of(ten)).published().create();
        }
        assertThat(statements("/v1/articles?limit=20", 20)).isEqualTo(small);
        assertThat(statements("/v1/articles?limit=100", 100)).isEqualTo(small);
        assertThat(statements("/v1/articles?limit=20&include=authors,tags", 20)).isEqualTo(small);
        assertThat(statements("/v1/articles?limit=100&include=authors,tags", 100))
                .isEqualTo(small);
        assertThat(statements("/v1/articles?limit=100&include=authors,tags&tag=n3&author=n4", 100))
                .isEqualTo(small);
        assertThat(statements("/v1/articles?limit=100&include=authors,tags&count=exact", 100))
                .isEqualTo(small + 1);
        assertThat(small + 1).isLessThanOrEqualTo(4);
    }

    @Test
    void tags_are_counted_with_the_statements_of_a_list_without_counts() {
        aStory().tagged("n0").published().create();
        int one = statements("/v1/tags", 1);
        assertThat(statements("/v1/tags?include=counts", 1)).isEqualTo(one);
        aStory().tagged("n1", "n2", "n3", "n4", "n5").published().create();
        aStory().tagged("n3", "n4", "n5", "n6", "n7").published().create();
        assertThat(statements("/v1/tags?include=counts", 8)).isEqualTo(one);
    }

    @Test
    void redirects_take_the_same_statements_whatever_they_lead_to_and_however_many_there_are() {
        redirect("/0", "location", "/elsewhere");
        int one = statements("/v1/redirects", 1);
        aStory().titled("Fog").tagged("sea").by("ann").published().create();
        redirect("/1", "article", "fog");
        redirect("/2", "tag", "sea");
        redirect("/3", "author", "ann");
        assertThat(statements("/v1/redirects", 4)).isEqualTo(one);
        int before = CountingDriver.executed();
        nobody().get("/v1/resolve?path=/3").then().statusCode(200);
        assertThat(CountingDriver.executed() - before).isEqualTo(one);
    }

    private static void redirect(String path, String type, String target) {
        as(Role.IMPORTER)
                .body(Map.of("path", path, type, target))
                .post("/v1/manage/redirects")
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_related_takes_the_same_two_statements_whatever_there_is() {
        String[] ten = IntStream.range(0, 10).mapToObj(i -> "n" + i).toArray(String[]::new);
        aStory().titled("Alone").published().create();
        assertThat(statements("/v1/articles/alone/related", 0)).isEqualTo(2);
        for (int i = 0; i < 30; i++) {
            aStory().titled("Of ten " + i).tagged(ten).by(ten).published().create();
        }
        relate("of-ten-0", "alone", "of-ten-1", "of-ten-2");
        assertThat(statements("/v1/articles/of-ten-0/related?limit=1", 1)).isEqualTo(2);
        assertThat(statements("/v1/articles/of-ten-0/related", 6)).isEqualTo(2);
        assertThat(statements("/v1/articles/of-ten-0/related?limit=20&include=authors,tags", 20))
                .isEqualTo(2);
    }

    private static void relate(String story, String... others) {
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of(
                        "items",
                        Stream.of(others).map(other -> Map.of("article", other)).toList()))
                .put("/v1/manage/articles/" + story + "/related")
                .then()
                .statusCode(200);
    }

    @Test
    void a_list_of_the_desk_takes_the_same_statements_whatever_its_size() {
        aStory().create();
        int one = statementsOfDesk(1);
        for (int i = 0; i < 5; i++) {
            aStory().tagged("a", "b").by("c").create();
        }
        assertThat(statementsOfDesk(6)).isEqualTo(one);
    }

    private static int statements(String path, int items) {
        int before = CountingDriver.executed();
        nobody().get(path).then().statusCode(200).body("items", hasSize(items));
        return CountingDriver.executed() - before;
    }

    private static int statementsOfDesk(int items) {
        as(Role.READER).get("/v1/manage/articles"); // the first use of a key within a minute is written down
        int before = CountingDriver.executed();
        as(Role.READER).get("/v1/manage/articles").then().statusCode(200).body("items", hasSize(items));
        return CountingDriver.executed() - before;
    }

    @Test
    void a_long_history_costs_no_statement_more_where_a_story_or_its_first_revision_is_read() {
        String fog = aStory().reading("Old.").create();
        int newest = statementsOfGet("/v1/manage/articles/" + fog);
        int first = statementsOfGet("/v1/manage/articles/" + fog + "/revisions/1");
        for (int i = 0; i < 20; i++) {
            as(Role.EDITOR)
                    .header("If-Match", "*")
                    .body(Map.of("kicker", "No. " + i, "body", Map.of("source", "New " + i)))
                    .patch("/v1/manage/articles/" + fog)
                    .then()
                    .statusCode(200);
        }
        assertThat(statementsOfGet("/v1/manage/articles/" + fog)).isEqualTo(newest);
        assertThat(statementsOfGet("/v1/manage/articles/" + fog + "/revisions/1"))
                .isEqualTo(first);
        assertThat(first).isEqualTo(newest + 2); // which find the article, and what is due
    }

    private static int statementsOfGet(String path) {
        as(Role.READER).get("/v1/manage/articles"); // the first use of a key within a minute is written down
        int before = CountingDriver.executed();
        as(Role.READER).get(path).then().statusCode(200);
        return CountingDriver.executed() - before;
    }
}
