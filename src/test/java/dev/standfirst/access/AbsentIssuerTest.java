package dev.standfirst.access;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.with;
import static org.hamcrest.Matchers.is;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(value = Issuer.Absent.class, restrictToAnnotatedClass = true)
@ExtendWith(BlankSlate.class)
class AbsentIssuerTest {

    @Test
    void a_token_has_to_wait_for_the_identity_provider() {
        with(Issuer.token(Role.EDITOR))
                .get("/v1/manage/articles")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", is("/problems/identity-provider-down"));
    }

    @Test
    void a_key_works_without_the_identity_provider() {
        as(Role.READER).get("/v1/manage/articles").then().statusCode(200);
    }
}
