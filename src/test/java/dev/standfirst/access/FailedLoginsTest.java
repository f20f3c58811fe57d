package dev.standfirst.access;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Actors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.Issuer;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class FailedLoginsTest {
    private static final int MOST = 30;

    @Inject
    SettableClock clock;

    @BeforeEach
    void stop_the_clock() {
        clock.stopAt(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void one_failure_too_many_is_told_to_wait() {
        assertThat(IntStream.range(0, MOST).mapToObj(i -> fail().statusCode())).containsOnly(401);

        fail().then().statusCode(429).header("Retry-After", "2").body("type", is("/problems/too-many-requests"));

        clock.advance(Duration.ofSeconds(2));
        fail().then().statusCode(401);
    }

    @Test
    void a_refusal_beyond_the_limit_waits_while_a_key_that_works_is_let_in() {
        IntStream.range(0, MOST).forEach(i -> fail());

        CompletableFuture<Response> refused = CompletableFuture.supplyAsync(FailedLoginsTest::fail);
        as(Role.READER).get("/v1/manage/articles").then().statusCode(200);

        assertThat(refused).isNotDone();
        assertThat(refused.join().statusCode()).isEqualTo(429);
    }

    @Test
    void neither_a_request_without_a_key_nor_one_that_its_role_forbids_counts() {
        for (int i = 0; i < MOST; i++) {
            nobody().get("/v1/manage/articles").then().statusCode(401);
            as(Role.READER).get("/v1/manage/keys").then().statusCode(403);
        }
        fail().then().statusCode(401);
    }

    @Test
    void a_token_is_no_key_where_there_is_no_identity_provider() {
        with(Issuer.token(Role.EDITOR))
                .get("/v1/manage/articles")
                .then()
                .statusCode(401)
                .body("type", is("/problems/key-invalid"));
    }

    private static Response fail() {
        return with("sf_no-key-at-all").get("/v1/manage/articles");
    }
}
