package dev.standfirst.access;

import static dev.standfirst.access.Role.AUTHOR;
import static dev.standfirst.access.Role.EDITOR;
import static dev.standfirst.access.Role.IMPORTER;
import static dev.standfirst.access.Role.READER;
import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Issuer.claims;
import static dev.standfirst.testing.Issuer.group;
import static dev.standfirst.testing.Issuer.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
@ExtendWith(BlankSlate.class)
class OidcTest {

    @Test
    void a_story_is_written_by_token_and_the_history_says_by_whom() {
        String token = signed(claims().groups(group(AUTHOR)).claim("name", "Ines Calloway"));

        String id = with(token)
                .body(Map.of("title", "Fog"))
                .post("/v1/manage/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(as(EDITOR).get("/v1/manage/changes?thing=" + id).jsonPath().getList("items.actor.name"))
                .containsExactly("Ines Calloway");
    }

    @Test
    void whoever_comes_again_with_a_new_token_is_the_same() {
        String id = with(signed(claims().groups(group(AUTHOR)).claim("name", "Ines")))
                .body(Map.of("title", "Fog"))
                .post("/v1/manage/articles")
                .path("id");

        change(id, signed(claims().groups(group(AUTHOR)).claim("name", "Ines Calloway")))
                .then()
                .statusCode(200);
        refused(change(id, signed(claims().subject("piet").groups(group(AUTHOR)))), 403, "forbidden");
    }

    @Test
    void keys_work_beside_tokens() {
        as(READER).get("/v1/manage/articles").then().statusCode(200);
        refused(with("sf_no-key-at-all").get("/v1/manage/articles"), 401, "key-invalid");
    }

    @Test
    void somebody_of_several_groups_has_the_role_with_the_most_permissions() {
        with(signed(claims().groups(Set.of(group(READER), "everybody", group(EDITOR), group(AUTHOR)))))
                .get("/v1/manage/changes")
                .then()
                .statusCode(200);
    }

    @Test
    void of_two_roles_with_as_many_permissions_the_one_that_stands_first_in_their_table_is_taken() {
        assertThat(EDITOR.permissions()).hasSameSizeAs(IMPORTER.permissions());
        String both = signed(claims().groups(Set.of(group(IMPORTER), group(EDITOR))));
        with(both).get("/v1/manage/changes").then().statusCode(200);
        with(both).get("/v1/manage/imports").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"everybody, No group of the token", ", names no group"})
    void somebody_of_no_group_that_has_a_role_is_told_so(String group, String detail) {
        JwtClaimsBuilder claims = group == null ? claims() : claims().groups(group);

        refused(with(signed(claims)).get("/v1/manage/articles"), 403, "no-role")
                .then()
                .header("RateLimit", nullValue())
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "Ines Calloway, ines, Ines Calloway",
        ", ines.c, ines.c",
        "ines@example.org, ines.c, ines.c",
        "ines@example.org, ines@example.org, the-subject",
    })
    void nobodys_address_becomes_a_name(String name, String username, String shown) {
        JwtClaimsBuilder claims = claims().subject("the-subject").groups(group(AUTHOR));
        if (name != null) {
            claims.claim("name", name);
        }
        String token = signed(claims.preferredUserName(username).claim("email", "ines@example.org"));

        with(token).body(Map.of("title", "Fog")).post("/v1/manage/articles");

        as(EDITOR).get("/v1/manage/changes").then().body("items.actor.name", hasItem(shown));
    }

    static Stream<Arguments> badTokens() {
        Instant now = Instant.now();
        Map<String, Object> endless = whole();
        endless.remove("exp");
        return Stream.of(
                arguments("with alg none", Issuer.unsigned(whole())),
                arguments("for another audience", signed(editor().audience("another"))),
                arguments("of another issuer", signed(editor().issuer("https://id.example.org"))),
                arguments("that has expired", signed(editor().expiresAt(now.minusSeconds(60)))),
                arguments("that never expires", Issuer.signed(endless)),
                arguments("that is of the future", signed(editor().issuedAt(now.plusSeconds(600)))),
                arguments("that is not in force yet", signed(editor().claim("nbf", now.getEpochSecond() + 600))),
                arguments("that says to be signed by the provider's key", Issuer.forged(editor())),
                arguments("signed by a key that the provider does not have", Issuer.signedByUnknown(editor())),
                arguments("signed by the provider's public key", Issuer.signedByPublicKey(editor())),
                arguments("of nobody", signed(editor().subject(""))),
                arguments("cut short", signed(editor()).replaceFirst(".{20}$", "")),
                arguments("with another body", swapped()),
                arguments("of three words", "a.b.c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_token_is_refused(String what, String token) {
        refused(with(token).get("/v1/manage/articles"), 401, "token-invalid")
                .then()
                .header("WWW-Authenticate", is("Bearer realm=\"standfirst\", error=\"invalid_token\""))
                .body("detail", not(containsString(token)));
    }

    @Test
    void a_token_of_what_must_be_in_it_is_taken() {
        with(signed(whole())).get("/v1/manage/articles").then().statusCode(200);
    }

    private static Map<String, Object> whole() {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                Issuer.address(),
                "aud",
                "standfirst",
                "sub",
                "ines",
                "iat",
                now,
                "exp",
                now + 60,
                "groups",
                List.of(group(EDITOR))));
    }

    private static JwtClaimsBuilder editor() {
        return claims().groups(group(EDITOR));
    }

    /** The body of an editor between the head and signature of a reader. */
    private static String swapped() {
        String[] reader = signed(claims().groups(group(READER))).split("\\.", 3);
        return reader[0] + "." + signed(editor()).split("\\.", 3)[1] + "." + reader[2];
    }

    private static Response change(String article, String token) {
        return with(token)
                .header("If-Match", "*")
                .body(Map.of("title", "Fog, again"))
                .patch("/v1/manage/articles/" + article);
    }

    private static Response refused(Response answer, int status, String type) {
        answer.then().statusCode(status).contentType("application/problem+json").body("type", is("/problems/" + type));
        return answer;
    }
}
