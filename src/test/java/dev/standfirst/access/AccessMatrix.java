package dev.standfirst.access;

import static dev.standfirst.access.Role.ADMIN;
import static dev.standfirst.access.Role.AUTHOR;
import static dev.standfirst.access.Role.EDITOR;
import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.testing.Actors;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.ContractDocument;
import dev.standfirst.testing.ContractDocument.Operation;
import io.quarkus.arc.Arc;
import io.quarkus.security.PermissionsAllowed;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries every operation of the management contract with every role, and by nobody.
 *
 * <p>Who may is never written here: the contract says it in {@code x-roles}, and {@link Role} is asked whether it is right. What is
 * written here is a request of each operation that nothing but a role can stand in the way of.
 */
@ExtendWith(BlankSlate.class)
abstract class AccessMatrix {
    private static final Map<String, String> TITLE = Map.of("title", "Fog over the harbour");
    private static final Map<String, String> NAME = Map.of("name", "Harbour");
    private static final Map<String, String> KEY = Map.of("name", "Wire", "role", "reader");

    private static final Map<String, Object> EDITION = Map.of("startsAt", "2031-01-01T00:00:00Z", "items", List.of());

    /**
     * What each operation needs, by its id. It is made anew for each request, since one that is let in may use it up; articles are never
     * published, because writing published ones takes a permission more than the operation itself.
     */
    private static final Map<String, UnaryOperator<RequestSpecification>> REQUESTS = Map.ofEntries(
            entry("listManagedArticles", UnaryOperator.identity()),
            entry("createArticle", sending(TITLE)),
            entry("getManagedArticle", at("ref", AccessMatrix::draft)),
            entry("replaceArticle", at("ref", AccessMatrix::draft, TITLE)),
            entry("patchArticle", at("ref", AccessMatrix::draft, TITLE)),
            entry("trashArticle", at("ref", AccessMatrix::draft)),
            entry("purgeArticle", at("ref", AccessMatrix::trashedDraft)),
            entry("restoreArticle", at("ref", AccessMatrix::trashedDraft)),
            entry("submitArticle", at("ref", AccessMatrix::draft)),
            entry("rejectArticle", at("ref", AccessMatrix::submitted)),
            entry("publishArticle", at("ref", AccessMatrix::draft)),
            entry("unpublishArticle", at("ref", AccessMatrix::published)),
            entry("dropWorkingCopy", at("ref", AccessMatrix::withWorkingCopy)),
            entry("listRevisions", at("ref", AccessMatrix::draft)),
            entry("getRevision", revision(request -> request)),
            entry("compareRevisions", revision(request -> request.pathParam("other", 1))),
            entry("revertArticle", revision(request -> request)),
            entry("createPreview", at("ref", AccessMatrix::draft)),
            entry("listPreviews", at("ref", AccessMatrix::draft)),
            entry("getManagedPreview", AccessMatrix::preview),
            entry("revokePreview", AccessMatrix::preview),
            entry("listEditors", at("ref", AccessMatrix::draft)),
            entry("editArticle", at("ref", AccessMatrix::draft)),
            entry("leaveArticle", at("ref", AccessMatrix::draft)),
            entry("listSchedule", UnaryOperator.identity()),
            entry("getManagedRelated", at("ref", AccessMatrix::draft)),
            entry("replaceRelated", at("ref", AccessMatrix::draft, Map.of("items", List.of()))),
            entry("listManagedAuthors", UnaryOperator.identity()),
            entry("createAuthor", sending(NAME)),
            entry("getManagedAuthor", at("ref", AccessMatrix::author)),
            entry("replaceAuthor", at("ref", AccessMatrix::author, NAME)),
            entry("patchAuthor", at("ref", AccessMatrix::author, NAME)),
            entry("deleteAuthor", at("ref", AccessMatrix::author)),
            entry("listManagedCollections", UnaryOperator.identity()),
            entry("createCollection", sending(NAME)),
            entry("getManagedCollection", at("ref", AccessMatrix::collection)),
            entry("replaceCollection", at("ref", AccessMatrix::collection, NAME)),
            entry("patchCollection", at("ref", AccessMatrix::collection, NAME)),
            entry("deleteCollection", at("ref", AccessMatrix::collection)),
            entry("moveInCollection", AccessMatrix::inCollection),
            entry("listEditions", at("ref", AccessMatrix::collection)),
            entry("createEdition", at("ref", AccessMatrix::collection, EDITION)),
            entry("getEdition", AccessMatrix::edition),
            entry("cancelEdition", AccessMatrix::edition),
            entry("listManagedTags", UnaryOperator.identity()),
            entry("createTag", sending(NAME)),
            entry("getManagedTag", at("ref", AccessMatrix::tag)),
            entry("replaceTag", at("ref", AccessMatrix::tag, NAME)),
            entry("patchTag", at("ref", AccessMatrix::tag, NAME)),
            entry("deleteTag", at("ref", AccessMatrix::tag)),
            entry("changeArticles", request -> request.body(Map.of("ids", List.of(id(draft())), "move", "trash"))),
            entry("getDerivationProgress", UnaryOperator.identity()),
            entry("mergeTag", request -> request.pathParam("ref", tag()).body(Map.of("into", tag()))),
            entry("listManagedRedirects", UnaryOperator.identity()),
            entry("createRedirect", request -> request.body(redirect())),
            entry("getRedirect", at("id", AccessMatrix::redirectId)),
            entry("deleteRedirect", at("id", AccessMatrix::redirectId)),
            entry("listManagedComments", UnaryOperator.identity()),
            entry("searchComments", sending(Map.of("ip", "192.0.2.0/24"))),
            entry("decideComments", request -> request.body(Map.of("decision", "spam", "ids", List.of(comment())))),
            entry("getManagedComment", at("id", AccessMatrix::comment)),
            entry("patchComment", at("id", AccessMatrix::comment, Map.of("body", "Fog"))),
            entry("removeComment", at("id", AccessMatrix::comment)),
            entry("approveComment", at("id", AccessMatrix::comment)),
            entry("spamComment", at("id", AccessMatrix::comment)),
            entry("trashComment", at("id", AccessMatrix::comment)),
            entry("restoreComment", at("id", AccessMatrix::trashedComment)),
            entry("replyToComment", at("id", AccessMatrix::shownComment, Map.of("body", "Fog", "name", "The desk"))),
            entry("getCommentPolicy", UnaryOperator.identity()),
            entry("replaceCommentPolicy", sending(Map.of("policy", "first"))),
            entry("exportPerson", sending(Map.of("email", "ines@example.org"))),
            entry("erasePerson", sending(Map.of("email", "ines@example.org", "mode", "delete"))),
            entry("listBlocks", UnaryOperator.identity()),
            entry("createBlock", request -> request.body(block())),
            entry("getBlock", at("id", AccessMatrix::blockId)),
            entry("patchBlock", at("id", AccessMatrix::blockId, Map.of("action", "spam"))),
            entry("deleteBlock", at("id", AccessMatrix::blockId)),
            entry("listImports", UnaryOperator.identity()),
            entry("exportSite", request -> request),
            entry("importThings", AccessMatrix::file),
            entry(
                    "importWordPress",
                    request -> request.contentType("application/xml").body(new byte[0])),
            entry("importGhost", request -> request.body(new byte[0])),
            entry("getImport", at("id", AccessMatrix::imported)),
            entry("listImportFaults", at("id", AccessMatrix::imported)),
            entry("listChanges", UnaryOperator.identity()),
            entry("listKeys", UnaryOperator.identity()),
            entry("createKey", sending(KEY)),
            entry("getKey", at("id", AccessMatrix::key)),
            entry("patchKey", at("id", AccessMatrix::key, NAME)),
            entry("revokeKey", at("id", AccessMatrix::key)),
            entry("rotateKey", at("id", AccessMatrix::key, Map.of())));

    static List<Operation> operations() {
        return ContractDocument.MANAGEMENT.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_roles_that_the_contract_names_are_let_in_and_no_others(Operation operation) {
        List<String> allowed = roles(operation);
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        expected.put("nobody", "401 /problems/key-required");
        seen.put("nobody", outcome(send(operation, nobody())));
        for (Role role : Role.values()) {
            expected.put(role.toString(), allowed.contains(role.toString()) ? "let in" : "403 /problems/forbidden");
            seen.put(role.toString(), outcome(send(operation, as(role))));
        }
        assertThat(seen).as(operation.id()).containsExactlyEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_contract_names_the_roles_that_have_the_permission_of_the_method(Operation operation) {
        assertThat(methods(operation.id())).singleElement().satisfies(method -> {
            String[] permissions =
                    method.getAnnotation(PermissionsAllowed.class).value();
            assertThat(permissions).hasSize(1);
            assertThat(roles(operation))
                    .containsExactlyElementsOf(Role.having(permissions[0]).stream()
                            .map(Role::toString)
                            .toList());
        });
    }

    @Test
    void no_request_is_left_of_an_operation_that_is_gone() {
        assertThat(operations()).extracting(Operation::id).containsAll(REQUESTS.keySet());
    }

    private static Response send(Operation operation, RequestSpecification caller) {
        UnaryOperator<RequestSpecification> request = Optional.ofNullable(REQUESTS.get(operation.id()))
                .orElseThrow(() -> new AssertionError("The operation " + operation.id()
                        + " is tried with no role yet: add a request of it to REQUESTS in AccessMatrix"));
        return request.apply(caller)
                .header("If-Match", "*")
                .request(operation.verb().toUpperCase(Locale.ROOT), operation.path());
    }

    /** Which success, and that it is one of the operation's, is left to the contract, to which every answer is held. */
    private static String outcome(Response answer) {
        return answer.statusCode() / 100 == 2 ? "let in" : answer.statusCode() + " " + answer.path("type");
    }

    private static List<String> roles(Operation operation) {
        return StreamSupport.stream(operation.node().path("x-roles").spliterator(), false)
                .map(role -> role.asText())
                .toList();
    }

    /** Finds the methods of resources that say they are the operation. */
    private static List<Method> methods(String operation) {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> operation.equals(operationId(method)))
                .toList();
    }

    private static String operationId(Method method) {
        var operation = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return operation == null ? "" : operation.operationId();
    }

    private static UnaryOperator<RequestSpecification> sending(Map<String, String> body) {
        return request -> request.body(body);
    }

    private static UnaryOperator<RequestSpecification> at(String parameter, Supplier<String> thing) {
        return request -> request.pathParam(parameter, thing.get());
    }

    private static UnaryOperator<RequestSpecification> at(
            String parameter, Supplier<String> thing, Map<String, ?> body) {
        return request -> at(parameter, thing).apply(request).body(body);
    }

    /** A draft that the smallest role which may write wrote itself: with those of others it may do nothing. */
    private static String draft() {
        return aStory().writtenBy(AUTHOR).create();
    }

    private static String submitted() {
        return moved(draft(), AUTHOR, "submit");
    }

    private static String published() {
        return moved(draft(), EDITOR, "publish");
    }

    private static String withWorkingCopy() {
        String published = published();
        as(AUTHOR)
                .header("If-Match", "*")
                .body(Map.of("title", "Fog, again"))
                .patch("/v1/manage/articles/" + published + "?draft=true")
                .then()
                .statusCode(200);
        return published;
    }

    private static String moved(String article, Role role, String move) {
        as(role).post("/v1/manage/articles/" + article + "/" + move).then().statusCode(200);
        return article;
    }

    private static UnaryOperator<RequestSpecification> revision(UnaryOperator<RequestSpecification> more) {
        return request ->
                more.apply(at("ref", AccessMatrix::draft).apply(request).pathParam("number", 1));
    }

    private static RequestSpecification preview(RequestSpecification request) {
        String draft = draft();
        String id = as(AUTHOR).post("/v1/manage/articles/" + draft + "/preview").path("id");
        return request.pathParam("ref", draft).pathParam("id", id);
    }

    private static String id(String slug) {
        return as(EDITOR).get("/v1/manage/articles/" + slug).path("id");
    }

    private static String trashedDraft() {
        String draft = draft();
        as(EDITOR)
                .header("If-Match", "*")
                .delete("/v1/manage/articles/" + draft)
                .then()
                .statusCode(204);
        return draft;
    }

    private static String author() {
        return create("authors", Map.of("name", "Ines Calloway"), "slug");
    }

    private static String tag() {
        return create("tags", Map.of("name", "Lantern Quay"), "slug");
    }

    private static String collection() {
        return create("collections", Map.of("name", "Front page"), "slug");
    }

    private static RequestSpecification inCollection(RequestSpecification request) {
        String draft = draft();
        var collection = Map.of("name", "Front page", "items", List.of(Map.of("article", draft)));
        return request.pathParam("ref", create("collections", collection, "slug"))
                .body(Map.of("article", draft));
    }

    private static RequestSpecification edition(RequestSpecification request) {
        String collection = collection();
        return request.pathParam("ref", collection)
                .pathParam("id", create("collections/" + collection + "/schedule", EDITION, "id"));
    }

    private static Map<String, String> redirect() {
        return Map.of("path", "/old/" + UUID.randomUUID(), "location", "/new");
    }

    private static String redirectId() {
        return create("redirects", redirect(), "id");
    }

    private static Map<String, String> block() {
        return Map.of("kind", "word", "value", "a" + UUID.randomUUID(), "action", "hold");
    }

    private static String blockId() {
        return create("blocks", block(), "id");
    }

    private static String key() {
        return create("keys", KEY, "key.id");
    }

    private static String create(String things, Map<String, ?> draft, String reference) {
        return as(ADMIN)
                .body(draft)
                .post("/v1/manage/" + things)
                .then()
                .statusCode(201)
                .extract()
                .path(reference);
    }

    private static RequestSpecification file(RequestSpecification request) {
        return request.config(Actors.SENDING_FILES).contentType(Actors.NDJSON).body(new byte[0]);
    }

    private static String imported() {
        return file(as(ADMIN))
                .post("/v1/manage/imports")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\"", 8)[5];
    }

    /** A comment that waits. */
    private static String comment() {
        return aReply().on(aStory().published().create()).extract().path("id");
    }

    private static String shownComment() {
        return aReply().shownOn(aStory().published().create());
    }

    private static String trashedComment() {
        String id = comment();
        as(Role.MODERATOR).post("/v1/manage/comments/" + id + "/trash");
        return id;
    }
}
