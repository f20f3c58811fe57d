package dev.standfirst.comment;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.ContractDocument;
import dev.standfirst.testing.ContractDocument.Operation;
import dev.standfirst.testing.Logged;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks for what readers must not see in the answer of every operation of delivery, and for what nobody may in the log. */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class PrivacyTest {
    private static final String ADDRESS = "hidden.heron@readers.example.org";

    @Inject
    SettableClock clock;

    private final List<String> hidden = new ArrayList<>();
    private String story;
    private String shown;
    private String token;

    @BeforeEach
    void thereAreCommentsOfEveryStatus() {
        story = aStory().published()
                .tagged("fog")
                .by("maud")
                .with("commentPolicy", "open")
                .create();
        var posted = aReply().named("Shown")
                .from(ADDRESS)
                .saying("For all to see")
                .on(story)
                .extract();
        shown = posted.path("id");
        token = posted.path("editToken");
        for (String decision : List.of("spam", "trash")) {
            String id = aReply().named("Secret" + decision)
                    .from(ADDRESS)
                    .saying("Hidden by " + decision)
                    .to(shown)
                    .on(story)
                    .extract()
                    .path("id");
            as(Role.MODERATOR)
                    .post("/v1/manage/comments/" + id + "/" + decision)
                    .then()
                    .statusCode(200);
            hidden.addAll(List.of(id, "Secret" + decision, "Hidden by " + decision));
        }
        as(Role.EDITOR)
                .header("If-Match", "*")
                .body(Map.of("commentPolicy", "all"))
                .patch("/v1/manage/articles/" + story);
        String waiting = aReply().named("Secretwaiting")
                .from(ADDRESS)
                .saying("Hidden by waiting")
                .on(story)
                .extract()
                .path("id");
        as(Role.EDITOR).body(Map.of("path", "/old", "location", "/new")).post("/v1/manage/redirects");
        hidden.addAll(List.of(waiting, "Secretwaiting", "Hidden by waiting"));
    }

    @Test
    void no_operation_of_delivery_shows_a_comment_that_is_not_approved_nor_an_address() {
        assertThat(ContractDocument.DELIVERY.operations())
                .filteredOn(operation -> operation.verb().equalsIgnoreCase("get"))
                .allSatisfy(operation -> {
                    Response shown = get(operation);
                    assertThat(shown.statusCode()).as(operation.id()).isEqualTo(200);
                    String answer = shown.asString() + shown.headers();
                    assertThat(answer).as(operation.id()).doesNotContain(hidden);
                    assertThat(answer.toLowerCase(Locale.ROOT))
                            .as(operation.id())
                            .doesNotContain(ADDRESS, "hidden.heron", "127.0.0.1");
                });
        assertThat(nobody().get("/v1/articles/" + story + "/comments?view=flat").asString())
                .contains("For all to see")
                .doesNotContain(hidden);
        hidden.stream()
                .filter(id -> id.contains("-"))
                .forEach(id -> nobody().get("/v1/comments/" + id).then().statusCode(404));
    }

    @Test
    void what_a_reader_writes_is_answered_without_the_address() {
        assertThat(with(token)
                        .body(Map.of("body", "Changed"))
                        .patch("/v1/comments/" + shown)
                        .asString())
                .contains("Changed")
                .doesNotContain(ADDRESS);
        var refused = aReply().from(ADDRESS)
                .saying("\u202E")
                .on(story)
                .statusCode(422)
                .extract();
        assertThat(refused.asString()).doesNotContain(ADDRESS);
        var malformed = aReply().from("hidden.heron@@readers.example.org")
                .on(story)
                .statusCode(422)
                .extract();
        assertThat(malformed.asString()).doesNotContain("hidden.heron");
    }

    @Test
    void the_log_holds_no_address_and_no_token() {
        Logged log = new Logged();
        try (log) {
            aReply().from(ADDRESS).saying("Once more").on(story).statusCode(202);
            aReply().from(ADDRESS)
                    .to("0195a000-0000-7000-8000-000000000001")
                    .on(story)
                    .statusCode(422);
            as(Role.MODERATOR)
                    .body(Map.of("email", ADDRESS))
                    .post("/v1/manage/comments/search")
                    .then()
                    .statusCode(200);
            as(Role.MODERATOR)
                    .body(Map.of("email", ADDRESS))
                    .post("/v1/manage/people/export")
                    .then()
                    .statusCode(200);
            as(Role.MODERATOR)
                    .body(Map.of("email", ADDRESS, "mode", "anonymise"))
                    .post("/v1/manage/people/erase")
                    .then()
                    .statusCode(200);
            with(token).delete("/v1/comments/" + shown).then().statusCode(204);
        }
        assertThat(log.text()).doesNotContainIgnoringCase(ADDRESS, token, "127.0.0.1");
    }

    @Test
    void who_writes_too_often_is_told_when_to_write_again() {
        clock.stopAt(clock.instant());
        for (int i = 0; i < 47; i++) { // four are written already
            aReply().from(ADDRESS).saying("Comment " + i).on(story);
        }
        var refused = aReply().from(ADDRESS).on(story).statusCode(429).extract();
        assertThat(refused.header("RateLimit-Policy")).contains("\"address\";q=50;w=60");
        assertThat(refused.header("RateLimit")).contains("\"address\";r=0;t=");
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(refused.asString()).doesNotContain(ADDRESS);
        aReply().from("another@readers.example.org").on(story).statusCode(202);
        clock.advance(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        aReply().from(ADDRESS).on(story).statusCode(202);
    }

    private String collection() {
        return as(Role.EDITOR)
                .body(Map.of("name", "Front page", "items", List.of(Map.of("article", story))))
                .post("/v1/manage/collections")
                .path("slug");
    }

    private Response get(Operation operation) {
        var request = nobody();
        Map<String, String> parameters = Map.of("ref", story, "id", shown, "slug", "comments-closed");
        for (var parameter : parameters.entrySet()) {
            if (operation.path().contains("{" + parameter.getKey() + "}")) {
                String value = operation.path().contains("/tags/")
                        ? "fog"
                        : operation.path().contains("/authors/")
                                ? "maud"
                                : operation.path().contains("/collections/") ? collection() : parameter.getValue();
                request.pathParam(parameter.getKey(), value);
            }
        }
        switch (operation.id()) {
            case "countComments" -> request.queryParam("articles", story);
            case "getPreview" -> {
                String path = as(Role.EDITOR)
                        .post("/v1/manage/articles/" + story + "/preview")
                        .path("path");
                request.pathParam("token", path.substring(path.lastIndexOf('/') + 1));
            }
            case "resolvePath" -> request.queryParam("path", "/old");
            case "listArticles" -> request.queryParam("include", "authors,tags,custom,commentCount");
            case "listComments" -> request.queryParam("replies", "50");
            default -> {}
        }
        return request.get(operation.path());
    }
}
