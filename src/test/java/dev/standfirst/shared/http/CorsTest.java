package dev.standfirst.shared.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.standfirst.shared.http.CorsTest.OneAllowedOrigin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OneAllowedOrigin.class)
class CorsTest {

    /** Lets one page's origin call management. */
    public static final class OneAllowedOrigin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("standfirst.management.allowed-origins", "https://desk.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/parameters", "/v1/nope", "/v1/managed", "/problems"})
    void every_page_may_read_delivery(String path) {
        given().header("Origin", "https://anywhere.example")
                .get(path)
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header(
                        "Access-Control-Expose-Headers",
                        equalTo("ETag, Idempotency-Replayed, Link, Location, Retry-After, RateLimit, RateLimit-Policy"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void a_preflight_of_delivery_is_answered() {
        given().header("Origin", "https://anywhere.example")
                .header("Access-Control-Request-Method", "PATCH")
                .options("/v1/articles/a-story/comments")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD, POST, PATCH, DELETE"))
                .header("Access-Control-Allow-Headers", containsString("Content-Type"))
                .header("Access-Control-Max-Age", equalTo("7200"));
    }

    @Test
    void a_listed_origin_may_call_management() {
        given().header("Origin", "https://desk.example")
                .header("Access-Control-Request-Method", "PATCH")
                .options("/v1/manage/articles")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("https://desk.example"))
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD, POST, PUT, PATCH, DELETE"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", equalTo("Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://other.example", "https://desk.example.evil.example", "http://desk.example", "null", "*"
            })
    void no_other_origin_may(String origin) {
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .options("/v1/manage/articles")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Vary", equalTo("Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/manage/probe",
                "//v1/manage/probe",
                "/v1/%6Danage/probe",
                "/v1/x/../manage/probe",
                "/v1/manage/nope",
                "/v1/manage"
            })
    void management_is_never_open_to_every_page_nor_kept_in_a_cache(String target) throws IOException {
        var answer = RawHttp.get(target);
        assertThat(answer.header("access-control-allow-origin")).isEmpty();
        assertThat(answer.header("vary")).containsExactly("Origin");
        assertThat(answer.header("cache-control")).containsExactly("no-store");
    }
}
