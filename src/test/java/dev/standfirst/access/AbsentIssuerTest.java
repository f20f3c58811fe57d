package dev.standfirst.access;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.with;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Issuer;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(value = Issuer.Absent.class, restrictToAnnotatedClass = true)
@ExtendWith(BlankSlate.class)
class AbsentIssuerTest {

    @Inject
    SettableClock clock;

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
    void a_provider_that_was_never_reached_is_left_alone_for_a_while_whoever_sends_tokens() {
        clock.stopAt(Instant.parse("2030-01-01T00:00:00Z"));
        with("a.b.c").get("/v1/manage/articles").then().statusCode(503);
        int once = Issuer.Absent.connections();
        for (int i = 0; i < 5; i++) {
            with("a.b." + i).get("/v1/manage/articles").then().statusCode(503).header("Retry-After", "5");
        }
        assertThat(Issuer.Absent.connections()).isEqualTo(once);
        clock.advance(Duration.ofSeconds(5));
        with("a.b.c").get("/v1/manage/articles").then().statusCode(503);
        assertThat(Issuer.Absent.connections()).isGreaterThan(once);
    }

    @Test
    void a_key_works_without_the_identity_provider() {
        as(Role.READER).get("/v1/manage/articles").then().statusCode(200);
    }

    @Test
    void nobody_is_asked_about_a_token_at_a_public_address() {
        String story = aStory().published().create();
        Map<String, Object> comment =
                Map.of("author", Map.of("name", "Ada", "email", "ada@readers.example.org"), "body", "Fog again.");

        with(Issuer.token(Role.EDITOR))
                .header("Idempotency-Key", "once")
                .body(comment)
                .post("/v1/articles/" + story + "/comments")
                .then()
                .statusCode(202);
    }
}
