package dev.standfirst;

import static dev.standfirst.access.Role.ADMIN;
import static dev.standfirst.access.Role.READER;
import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;

import dev.standfirst.demo.Magazine;
import dev.standfirst.testing.Actors;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Examples;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Plays what the contract shows, with the demonstration magazine: its examples are what the server answers.
 *
 * <p>If a change is meant, {@code ./mvnw test -Dtest=ContractExamplesTest -Dcontract.write} writes the answers down; then
 * {@link ContractTest} says what to do.
 */
@QuarkusTest
@ExtendWith(BlankSlate.class)
class ContractExamplesTest {
    private static final String ANOTHER = "0195a000-0000-7000-8000-000000000009";
    private static final String STORY = "harbour-pilots-vote-for-a-quieter-horn";

    private final Examples examples = new Examples();

    @Inject
    SettableClock clock;

    @Inject
    Magazine magazine;

    @Inject
    DataSource database;

    @BeforeEach
    void publishTheMagazine() {
        clock.stopAt(Instant.parse("2026-03-01T09:30:00Z"));
        magazine.load();
    }

    @Test
    void delivery() {
        show("listArticles", "/v1/articles?limit=2&include=authors,tags");
        show("getArticle", "/v1/articles/" + STORY);
        show("getRelated", "/v1/articles/" + STORY + "/related?limit=4");
        show("listAuthors", "/v1/authors?limit=2");
        show("getAuthor", "/v1/authors/ines-calloway");
        show("listTags", "/v1/tags?limit=3&count=exact");
        show("getTag", "/v1/tags/lantern-quay?include=counts");
    }

    @Test
    void redirects() {
        admin().header("If-Match", "*").body("{\"slug\":\"the-quay\"}").patch("/v1/manage/tags/lantern-quay");
        String id = manage("createRedirect", sending("createRedirect").post("/v1/manage/redirects"))
                .path("id");
        admin().body("{\"path\":\"/harbour-news\",\"location\":\"/harbour/\"}").post("/v1/manage/redirects");
        manage("listManagedRedirects", admin().get("/v1/manage/redirects?limit=3"));
        manage("getRedirect", admin().get("/v1/manage/redirects/" + id));
        show("listRedirects", "/v1/redirects?limit=3");
        show("resolvePath", "/v1/resolve?path=/2019/05/quieter-horns/");
    }

    @Test
    void articles() {
        manage("listManagedArticles", admin().get("/v1/manage/articles?limit=2&sort=-publishedAt"));
        manage("getManagedArticle", admin().get("/v1/manage/articles/" + STORY));
        String story = manage("createArticle", sending("createArticle").post("/v1/manage/articles"))
                .path("slug");
        String address = "/v1/manage/articles/" + story;
        manage(
                "patchArticle",
                sending("patchArticle").header("If-Match", "\"1\"").patch(address));
        manage(
                "replaceArticle",
                sending("replaceArticle").header("If-Match", "\"2\"").put(address));
        admin().header("If-Match", "\"3\"").delete(address).then().statusCode(204);
        examples.check("Gone", nobody().get("/v1/articles/" + story));
        manage("restoreArticle", admin().post(address + "/restore"));
        manage("changeArticles", sending("changeArticles").post("/v1/manage/articles/bulk?tag=harbour&dryRun=true"));
        manage("getDerivationProgress", admin().get("/v1/manage/derivations"));
        manage("listChanges", admin().get("/v1/manage/changes?limit=3"));
    }

    @Test
    void workflow() {
        String draft = admin().body(
                        "{\"title\":\"Ferry back in service\",\"body\":{\"source\":\"The ferry sails again.\"}}")
                .post("/v1/manage/articles")
                .path("slug");
        String address = "/v1/manage/articles/" + draft;
        manage("submitArticle", admin().post(address + "/submit?note=Please read before noon"));
        manage("rejectArticle", admin().post(address + "/reject?note=From when on"));
        manage("publishArticle", admin().post(address + "/publish"));
        admin().header("If-Match", "*")
                .body("{\"title\":\"Ferry sails again\"}")
                .patch(address + "?draft=true");
        manage("listRevisions", admin().get(address + "/revisions?limit=3"));
        manage("getRevision", admin().get(address + "/revisions/5"));
        manage("compareRevisions", admin().get(address + "/revisions/1/diff/5"));
        manage("createPreview", admin().post(address + "/preview?expiresIn=P1D&note=For the ferry company"));
        manage("listPreviews", admin().get(address + "/preview"));
        String preview = admin().get(address + "/preview").path("items[0].id");
        manage("getManagedPreview", admin().get(address + "/preview/" + preview));
        show("getPreview", admin().post(address + "/preview").path("path"));
        manage("editArticle", admin().post(address + "/editing"));
        manage("listEditors", admin().get(address + "/editors"));
        admin().post(address + "/publish?at=2026-03-01T18:00:00Z").then().statusCode(200);
        manage("listSchedule", admin().get("/v1/manage/schedule?limit=3"));
        manage(
                "revertArticle",
                admin().header("If-Match", "*").post(address + "/revisions/5/revert?draft=true&note=As it was"));
        manage("unpublishArticle", admin().post(address + "/unpublish"));
    }

    @Test
    void collections() {
        manage("createCollection", sending("createCollection").post("/v1/manage/collections"));
        String address = "/v1/manage/collections/front-page";
        manage("moveInCollection", sending("moveInCollection").post(address + "/move"));
        manage("createEdition", sending("createEdition").post(address + "/schedule"));
        manage("listEditions", admin().get(address + "/schedule"));
        String edition = admin().get(address + "/schedule").path("items[0].id");
        manage("getEdition", admin().get(address + "/schedule/" + edition));
        manage("getManagedCollection", admin().get(address));
        manage("listManagedCollections", admin().get("/v1/manage/collections"));
        show("getCollection", "/v1/collections/front-page");
        show("listCollections", "/v1/collections");
        manage(
                "replaceCollection",
                sending("replaceCollection").header("If-Match", "\"3\"").put(address));
        manage(
                "patchCollection",
                sending("patchCollection").header("If-Match", "\"4\"").patch(address));
    }

    @Test
    void imports() {
        String file = """
                {"type": "author", "externalRef": {"source": "old-site", "id": "7"}, "slug": "ada-holm", "name": "Ada Holm"}
                {"type": "article", "externalRef": {"source": "old-site", "id": "4711"}, "title": "Fog signals, a history", "authors": [{"source": "old-site", "id": "7"}]}
                {"type": "article", "externalRef": {"source": "old-site", "id": "4712"}, "title": " "}
                """;
        String id = manage(
                        "importThings",
                        admin().config(Actors.SENDING_FILES)
                                .contentType(Actors.NDJSON)
                                .body(file.getBytes(StandardCharsets.UTF_8))
                                .post("/v1/manage/imports"))
                .asString()
                .split("\"", 8)[5];
        manage(
                "importWordPress",
                admin().contentType("application/xml")
                        .body("<rss version='2.0'><channel><title>Old</title></channel></rss>"
                                .getBytes(StandardCharsets.UTF_8))
                        .post("/v1/manage/imports/wordpress"));
        manage(
                "importGhost",
                admin().body("{\"data\": {\"posts\": []}}".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/manage/imports/ghost"));
        manage("getImport", admin().get("/v1/manage/imports/" + id));
        manage("listImportFaults", admin().get("/v1/manage/imports/" + id + "/faults"));
        manage("listImports", admin().get("/v1/manage/imports"));
    }

    @Test
    void export() {
        String token = admin().get("/v1/manage/export").header("Standfirst-Change");
        admin().body(Map.of("name", "Lighthouses"))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201);
        manage("exportSite", admin().queryParam("since", token).get("/v1/manage/export"));
    }

    @Test
    void related() {
        manage("getManagedRelated", admin().get("/v1/manage/articles/" + STORY + "/related"));
        manage(
                "replaceRelated",
                sending("replaceRelated")
                        .header("If-Match", "\"1\"")
                        .put("/v1/manage/articles/leave-the-gulls-alone/related"));
    }

    @Test
    void authors() {
        manage("listManagedAuthors", admin().get("/v1/manage/authors?limit=2"));
        manage("getManagedAuthor", admin().get("/v1/manage/authors/ines-calloway"));
        manage("createAuthor", sending("createAuthor").post("/v1/manage/authors"));
        String address = "/v1/manage/authors/osric-vane";
        manage(
                "replaceAuthor",
                sending("replaceAuthor").header("If-Match", "\"1\"").put(address));
        manage("patchAuthor", sending("patchAuthor").header("If-Match", "\"2\"").patch(address));
    }

    @Test
    void tags() {
        manage("listManagedTags", admin().get("/v1/manage/tags?limit=3"));
        manage("getManagedTag", admin().get("/v1/manage/tags/lantern-quay"));
        manage("createTag", sending("createTag").post("/v1/manage/tags"));
        String address = "/v1/manage/tags/swing-bridge";
        manage("replaceTag", sending("replaceTag").header("If-Match", "\"1\"").put(address));
        manage("patchTag", sending("patchTag").header("If-Match", "\"2\"").patch(address));
        manage("mergeTag", sending("mergeTag").post(address + "/merge"));
    }

    @Test
    void comments() {
        String address = "/v1/articles/" + STORY + "/comments";
        examples.check("getCommentForm", nobody().get(address + "/form"));
        var left = nobody().header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)")
                .body(examples.request("createComment"))
                .post(address);
        examples.check("createComment.202", left);
        String id = left.path("id");
        examples.check(
                "editComment",
                with(left.path("editToken"))
                        .body(examples.request("editComment"))
                        .patch("/v1/comments/" + id));
        manage("listManagedComments", admin().get("/v1/manage/comments?status=pending&limit=1"));
        manage("getManagedComment", admin().get("/v1/manage/comments/" + id));
        manage("searchComments", sending("searchComments").post("/v1/manage/comments/search?limit=1"));
        manage("approveComment", admin().header("If-Match", "\"2\"").post("/v1/manage/comments/" + id + "/approve"));
        examples.check("replyToComment", sending("replyToComment").post("/v1/manage/comments/" + id + "/replies"));
        examples.check(
                "createComment.201",
                with(left.path("editToken"))
                        .body(examples.request("createComment").replace("1931", "1933"))
                        .post(address));
        examples.check(
                "Forbidden.delivery",
                with(left.path("editToken"))
                        .body(examples.request("editComment"))
                        .patch("/v1/comments/" + ANOTHER));
        examples.check(
                "Unauthorized.delivery",
                nobody().body(examples.request("editComment")).patch("/v1/comments/" + id));
        examples.check(
                "UnprocessableContent.delivery",
                nobody().body("{\"author\":{\"name\":\" \",\"email\":\"maud\"},\"body\":\"Well said.\"}")
                        .post(address));
        show("listComments", address + "?limit=1");
        show("getComment", "/v1/comments/" + id);
        show("listReplies", "/v1/comments/" + id + "/replies?limit=1");
        show("countComments", "/v1/comments/counts?articles=" + STORY);
        manage(
                "patchComment",
                sending("patchComment").header("If-Match", "\"3\"").patch("/v1/manage/comments/" + id));
        manage("trashComment", admin().post("/v1/manage/comments/" + id + "/trash"));
        manage("restoreComment", admin().post("/v1/manage/comments/" + id + "/restore"));
        manage("spamComment", admin().post("/v1/manage/comments/" + id + "/spam"));
        manage("decideComments", sending("decideComments").post("/v1/manage/comments/decide?status=spam&dryRun=true"));
        manage("getCommentPolicy", admin().get("/v1/manage/comments/policy"));
        manage(
                "replaceCommentPolicy",
                sending("replaceCommentPolicy").header("If-Match", "\"0\"").put("/v1/manage/comments/policy"));
        manage("exportPerson", sending("exportPerson").post("/v1/manage/people/export"));
        manage("erasePerson", sending("erasePerson").post("/v1/manage/people/erase?dryRun=true"));
    }

    @Test
    void blocks() {
        admin().body("{\"kind\":\"range\",\"value\":\"198.51.100.0/24\",\"action\":\"refuse\"}")
                .post("/v1/manage/blocks");
        String id = manage("createBlock", sending("createBlock").post("/v1/manage/blocks"))
                .path("id");
        String address = "/v1/manage/blocks/" + id;
        manage("listBlocks", admin().get("/v1/manage/blocks?limit=2"));
        manage("getBlock", admin().get(address));
        manage("patchBlock", sending("patchBlock").header("If-Match", "\"1\"").patch(address));
    }

    @Test
    void keys() throws SQLException {
        forgetWhenTheKeysOfTestsWereMade();
        String id = manage("createKey", sending("createKey").post("/v1/manage/keys"))
                .path("key.id");
        manage("listKeys", admin().get("/v1/manage/keys?limit=1"));
        manage("getKey", admin().get("/v1/manage/keys/" + id));
        manage("patchKey", sending("patchKey").header("If-Match", "\"1\"").patch("/v1/manage/keys/" + id));
        manage("rotateKey", sending("rotateKey").header("If-Match", "\"2\"").post("/v1/manage/keys/" + id + "/rotate"));
    }

    @Test
    void refusals() {
        examples.check("BadRequest", nobody().get("/v1/articles?limit=101&tags=harbour"));
        examples.check("NotFound", nobody().get("/v1/articles/the-night-fairy"));
        var often = nobody();
        for (int i = 0; i < 50; i++) {
            often.body(examples.request("createComment")).post("/v1/articles/" + STORY + "/comments");
        }
        examples.check(
                "TooManyRequests",
                nobody().body(examples.request("createComment")).post("/v1/articles/" + STORY + "/comments"));
        examples.check("NotAcceptable", nobody().accept("text/html").get("/v1/articles"));
        examples.check("Unauthorized", nobody().get("/v1/manage/tags"));
        examples.check(
                "Forbidden", as(READER).body(examples.request("createTag")).post("/v1/manage/tags"));
        examples.check(
                "Conflict",
                admin().body("{\"name\":\"Harbour\",\"slug\":\"harbour\"}").post("/v1/manage/tags"));
        String story = admin().body("{\"title\":\"Ferry back in service\"}")
                .post("/v1/manage/articles")
                .path("slug");
        admin().header("If-Match", "\"1\"").body("{\"kicker\":\"Harbour\"}").patch("/v1/manage/articles/" + story);
        examples.check(
                "PreconditionFailed",
                admin().header("If-Match", "\"1\"")
                        .body("{\"kicker\":\"Ferries\"}")
                        .patch("/v1/manage/articles/" + story));
        examples.check("PreconditionRequired", sending("patchTag").patch("/v1/manage/tags/harbour"));
        examples.check(
                "ContentTooLarge",
                admin().body("{\"name\":\"" + "a".repeat(2_100_000) + "\"}").post("/v1/manage/tags"));
        examples.check(
                "UnsupportedMediaType",
                as(ADMIN).contentType("text/plain").body("Harbour").post("/v1/manage/tags"));
        examples.check(
                "UnprocessableContent",
                admin().body("{\"title\":\" \",\"image\":{\"url\":\"swan.jpg\"}}")
                        .post("/v1/manage/articles"));
    }

    private void show(String operation, String address) {
        Response answer = nobody().get(address);
        answer.then().statusCode(200);
        examples.check(operation, answer);
    }

    private Response manage(String operation, Response answer) {
        answer.then().statusCode(operation.startsWith("create") ? 201 : 200);
        examples.check(operation, answer);
        return answer;
    }

    private RequestSpecification sending(String operation) {
        return admin().body(examples.request(operation));
    }

    private static RequestSpecification admin() {
        return as(ADMIN);
    }

    /** They have the true time; the key of the example is to be the latest. */
    private void forgetWhenTheKeysOfTestsWereMade() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update api_key set created_at = '2026-01-01T00:00:00Z', updated_at = created_at");
        }
    }
}
