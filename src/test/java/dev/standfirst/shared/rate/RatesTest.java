package dev.standfirst.shared.rate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class RatesTest {
    private static final String POLICIES = "\"network\";q=3;w=60, \"address\";q=1;w=3600";

    @Inject
    SettableClock clock;

    @BeforeEach
    void stop() {
        clock.stopAt(Instant.parse("2026-03-01T09:30:00Z"));
    }

    @Test
    void an_answer_tells_what_is_left_of_each_limit() {
        Response answer = given().get("/v1/probe-rates/192.0.2.1/anna@example.com");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo(POLICIES);
        assertThat(answer.header("RateLimit")).isEqualTo("\"network\";r=2;t=20, \"address\";r=0;t=3600");
        assertThat(answer.header("Retry-After")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void too_many_are_refused_with_the_time_to_wait() {
        given().get("/v1/probe-rates/192.0.2.1/anna@example.com").then().statusCode(200);
        clock.advance(Duration.ofMillis(500));
        given().get("/v1/probe-rates/192.0.2.1/anna@example.com")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("3600")) // rounded up: after 3,599 seconds it would be too soon
                .header("RateLimit-Policy", equalTo(POLICIES))
                .header("RateLimit", equalTo("\"network\";r=1;t=20, \"address\";r=0;t=3600"))
                .body("type", equalTo("/problems/too-many-requests"))
                .body("detail", equalTo("The limit ‘address’ is reached: 1 in 3600 seconds."));
        clock.advance(Duration.ofHours(1));
        given().get("/v1/probe-rates/192.0.2.1/anna@example.com").then().statusCode(200);
    }

    @Test
    void a_limit_that_refuses_keeps_those_after_it_whole() {
        for (String address : new String[] {"a", "b", "c"}) {
            given().get("/v1/probe-rates/192.0.2.1/" + address).then().statusCode(200);
        }
        given().get("/v1/probe-rates/192.0.2.1/d")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("20"))
                .header("RateLimit-Policy", equalTo("\"network\";q=3;w=60"))
                .header("RateLimit", equalTo("\"network\";r=0;t=20"))
                .body("detail", containsString("network"));
        given().get("/v1/probe-rates/192.0.2.2/d").then().statusCode(200);
    }

    @Test
    void an_answer_that_caches_keep_tells_nothing() {
        Response cached = given().get("/v1/probe-rates/cached/for/all");
        assertThat(cached.header("Cache-Control")).startsWith("public");
        assertThat(cached.headers().hasHeaderWithName("RateLimit")).isFalse();
        given().get("/v1/probe-rates/cached/for/all").then().statusCode(200);
        given().get("/v1/probe-rates/cached/for/all").then().statusCode(200);
        given().get("/v1/probe-rates/cached/for/all")
                .then()
                .statusCode(429)
                .header("Cache-Control", equalTo("no-store"))
                .header("RateLimit", equalTo("\"network\";r=0;t=20"));
    }

    @Test
    void an_answer_without_limits_tells_of_none() {
        Response free = given().get("/v1/probe-rates/none");
        assertThat(free.statusCode()).isEqualTo(200);
        assertThat(free.headers().hasHeaderWithName("RateLimit")).isFalse();
        assertThat(free.headers().hasHeaderWithName("RateLimit-Policy")).isFalse();
    }
}
