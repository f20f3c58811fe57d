package dev.standfirst.comment.person;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class PersonTest {
    private static final String ADDRESS = "Maud.Finch@readers.example.org";

    @Inject
    DataSource database;

    private String story;
    private String first;

    /** Maud wrote, was answered and quoted, wrote her address into a text, repeated a request, and was blocked. */
    @BeforeEach
    void thereIsAPerson() {
        story = aStory().published().with("commentPolicy", "open").create();
        first = aReply().named("Maud")
                .from(ADDRESS)
                .withPage("https://maud.example/?to=maud.finch%40readers.example.org")
                .saying("Write to " + ADDRESS + " or [here](https://maud.example/?to=MAUD.FINCH%40readers.example.org)")
                .on(story)
                .statusCode(201)
                .extract()
                .path("id");
        aReply().by("Osric")
                .to(first)
                .saying("I wrote to maud.FINCH@readers.example.org")
                .on(story)
                .statusCode(201);
        nobody().header("Idempotency-Key", "maud.finch@readers.example.org/1")
                .body(aReply().named("Maud")
                        .from(ADDRESS.toUpperCase(Locale.ROOT))
                        .saying("Again")
                        .draft())
                .post("/v1/articles/" + story + "/comments")
                .then()
                .statusCode(201);
        as(Role.MODERATOR)
                .body(Map.of("kind", "address", "value", ADDRESS, "action", "hold"))
                .post("/v1/manage/blocks")
                .then()
                .statusCode(201);
        as(Role.MODERATOR)
                .header("Idempotency-Key", "a-block")
                .body(Map.of("kind", "range", "value", "127.0.0.1", "action", "hold", "note", "Maud"))
                .post("/v1/manage/blocks")
                .then()
                .statusCode(201);
    }

    @Test
    void all_that_is_stored_about_a_person_is_handed_out() {
        people("export", Map.of("email", "MAUD.finch@readers.example.org"))
                .body("email", is("maud.finch@readers.example.org"))
                .body("comments", hasSize(2))
                .body("comments[0].ip", is("127.0.0.1"))
                .body("comments[0].name", is("Maud"))
                .body("mentions", hasSize(1))
                .body("blocks", hasSize(2))
                .body("keptAnswers", is(2));
        people("export", Map.of("email", "nobody@example.org"))
                .body("comments", empty())
                .body("mentions", empty())
                .body("blocks", empty());
    }

    @Test
    void a_dry_run_counts_and_leaves_everything() {
        people("erase?dryRun=true", Map.of("email", ADDRESS, "mode", "delete"))
                .body("dryRun", is(true))
                .body("comments", is(2))
                .body("mentions", is(1))
                .body("blocks", is(2))
                .body("keptAnswers", is(2));
        people("export", Map.of("email", ADDRESS)).body("comments", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymise", "delete"})
    void an_erased_address_is_in_no_column_of_any_table_in_no_letter_case_and_not_hashed(String mode) throws Exception {
        people("erase", Map.of("email", ADDRESS.toUpperCase(Locale.ROOT), "mode", mode))
                .body("comments", is(2))
                .body("mentions", is(1))
                .body("blocks", is(2))
                .body("keptAnswers", is(2));
        assertThat(columnsWith(ADDRESS)).isEmpty();
        people("erase", Map.of("email", "osric@readers.example.org", "mode", mode)); // who wrote from there too
        assertThat(columnsWith("127.0.0.1")).isEmpty();
        people("export", Map.of("email", ADDRESS))
                .body("comments", empty())
                .body("mentions", empty())
                .body("blocks", empty())
                .body("keptAnswers", is(0));
        as(Role.ADMIN)
                .get("/v1/manage/changes?type=person")
                .then()
                .body("items.action", contains("person.export", "person.erase", "person.erase"));
    }

    @Test
    void the_columns_are_really_looked_into() throws Exception {
        assertThat(columnsWith(ADDRESS))
                .contains("comment.source", "comment_sender.email", "comment_block.value", "kept_answer.name");
    }

    @Test
    void an_anonymised_thread_keeps_its_words_and_a_deleted_one_its_shape() {
        people("erase", Map.of("email", ADDRESS, "mode", "anonymise"));
        comments()
                .body("items", hasSize(2))
                .body("items[0].status", is("approved"))
                .body("items[0].author.name", nullValue())
                .body("items[0].text", is("Write to […] or here"))
                .body("items[0].html", not(containsStringIgnoringCase("maud.finch")))
                .body("items[0].replies[0].text", is("I wrote to […]"));
    }

    @Test
    void a_thread_of_which_a_person_is_deleted_stays_whole() {
        people("erase", Map.of("email", ADDRESS, "mode", "delete"));
        comments()
                .body("items.id", contains(first))
                .body("items[0].status", is("deleted"))
                .body("items[0].replies[0].text", is("I wrote to […]"));
        nobody().get("/v1/comments/counts?articles=" + story).then().body("items[0].count", is(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/?m=jo%2Bnews%40b%C3%BCcher.example.org",
                "jo+news@b\u00fccher.example.org",
                "JO+News@xn--bcher-kva.example.org",
                "jo+ne\u00adws@b\u00fccher.example.org",
                "*jo*+news@b\u00fccher.example.org",
                "jo+news\uff20b\u00fccher.example.org"
            })
    void an_address_is_found_and_taken_out_however_others_spell_it(String spelled) {
        String id = aReply().by("Osric")
                .saying("Do ask " + spelled + " now")
                .on(story)
                .extract()
                .path("id");
        people("erase", Map.of("email", "jo+news@xn--bcher-kva.example.org", "mode", "delete"))
                .body("mentions", is(1));
        as(Role.MODERATOR)
                .get("/v1/manage/comments/" + id)
                .then()
                .body("status", is("pending"))
                .body("body", not(containsStringIgnoringCase("cher")))
                .body("html", not(containsStringIgnoringCase("cher")))
                .body("text", containsStringIgnoringCase("do ask"));
    }

    @Test
    void an_address_that_only_ends_or_begins_so_is_left_alone() {
        String said = "Ask xmaud.finch@readers.example.org or maud.finch@readers.example.organ";
        String id = aReply().by("Osric").saying(said).on(story).extract().path("id");
        people("erase", Map.of("email", ADDRESS, "mode", "delete")).body("mentions", is(1));
        as(Role.MODERATOR).get("/v1/manage/comments/" + id).then().body("body", is(said));
    }

    @Test
    void an_address_in_the_name_of_a_program_is_taken_out() {
        String id = nobody().header("User-Agent", "Bot (+mailto:maud.finch@readers.example.org)")
                .body(aReply().by("Osric").saying("A bot").draft())
                .post("/v1/articles/" + story + "/comments")
                .path("id");
        people("erase", Map.of("email", ADDRESS, "mode", "delete")).body("mentions", is(2));
        as(Role.MODERATOR)
                .get("/v1/manage/comments/" + id)
                .then()
                .body("userAgent", nullValue())
                .body("text", is("A bot"));
    }

    @Test
    void what_is_no_address_is_refused() {
        as(Role.MODERATOR)
                .body(Map.of("email", "maud", "mode", "delete"))
                .post("/v1/manage/people/erase")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("#/email"));
        as(Role.MODERATOR)
                .body(Map.of("email", ADDRESS))
                .post("/v1/manage/people/erase")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("#/mode"));
    }

    /** The columns of text, JSON and bytes that hold a text: as it is, in any letter case, or as a common hash of it. */
    private List<String> columnsWith(String text) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String[] column : columns(connection)) {
                String sql = "select count(*) from %1$s where %2$s".formatted(column[0], condition(column));
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (int i = 1; i <= needles(text).size(); i++) {
                        statement.setString(i, "%" + needles(text).get(i - 1) + "%");
                    }
                    ResultSet result = statement.executeQuery();
                    result.next();
                    if (result.getLong(1) > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return found;
    }

    private static String condition(String[] column) throws Exception {
        String value = column[2].equals("bytea")
                ? "encode(\"" + column[1] + "\", 'hex') || ' ' || encode(\"" + column[1] + "\", 'escape')"
                : "\"" + column[1] + "\"::text";
        List<String> each = new ArrayList<>();
        for (int i = 0; i < needles("").size(); i++) {
            each.add("lower(" + value + ") like ?");
        }
        return String.join(" or ", each);
    }

    private static List<String> needles(String text) throws Exception {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> needles = new ArrayList<>(List.of(lower, lower.replace("@", "%40")));
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            for (String spelling : List.of(text, lower)) {
                needles.add(HexFormat.of()
                        .formatHex(MessageDigest.getInstance(algorithm).digest(spelling.getBytes(UTF_8))));
            }
        }
        return needles;
    }

    private static List<String[]> columns(Connection connection) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet result = statement.executeQuery("""
                    select table_name, column_name, data_type from information_schema.columns
                    where table_schema = current_schema
                    and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'inet', 'ARRAY')
                    """);
            while (result.next()) {
                columns.add(new String[] {result.getString(1), result.getString(2), result.getString(3)});
            }
        }
        return columns;
    }

    private ValidatableResponse comments() {
        return nobody().get("/v1/articles/" + story + "/comments").then().statusCode(200);
    }

    private static ValidatableResponse people(String path, Map<String, String> body) {
        return as(Role.MODERATOR)
                .body(body)
                .post("/v1/manage/people/" + path)
                .then()
                .statusCode(200);
    }
}
