package dev.standfirst.access;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.secret;
import static dev.standfirst.testing.Actors.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class AccessTest {
    private static final String GUARDED = "/v1/manage/keys";
    private static final String PUBLIC = "/problems";

    @Test
    void whoever_sends_no_key_is_asked_for_one() {
        refused(nobody().get(GUARDED).then(), 401, "key-required")
                .header("WWW-Authenticate", "Bearer realm=\"standfirst\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWxhZGRpbjpvcGVuc2VzYW1l", "Bearer", "sf_developmentKey", ""})
    void what_is_no_bearer_key_counts_as_none(String authorization) {
        refused(given().header("Authorization", authorization).get(GUARDED).then(), 401, "key-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong",
                "of-another-form-and-long-enough-to-be-one",
                "sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRe",
                "sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRf",
                "sf_",
                "sf_ключ"
            })
    void a_wrong_key_is_refused(String secret) {
        refused(with(secret).get(GUARDED).then(), 401, "key-invalid")
                .header("WWW-Authenticate", "Bearer realm=\"standfirst\", error=\"invalid_token\"");
    }

    @Test
    void the_scheme_is_read_in_any_case() {
        given().header("Authorization", "bEARER " + secret(Role.ADMIN))
                .get(GUARDED)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void a_role_too_small_is_told_which_ones_do(Role role) {
        refused(as(role).get(GUARDED).then(), 403, "forbidden")
                .body("detail", is("The role " + role + " does not have the permission manage-keys; these do: admin."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer sf_", "Basic eDp5", "nonsense"})
    void a_bad_key_changes_nothing_on_a_public_address(String authorization) {
        given().header("Authorization", authorization)
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .body(containsString("/problems/key-revoked"));
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + slug))
                .body("status", is(status))
                .body("instance", is(GUARDED));
    }
}
