package dev.standfirst.shared.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class QueryParametersTest {
    private static final String ID = "01920000-0000-7000-8000-000000000000";

    @Test
    void every_type_is_read() {
        get("limit=7&tag=a%2Bb+c&featured=false&publishedAt.gte=2026-03-01T10:30:00%2B01:00&order=by-time&thing=" + ID)
                .statusCode(200)
                .body(equalTo("7 a+b c false 2026-03-01T09:30:00Z BY_TIME " + ID));
    }

    @Test
    void defaults_stand_in_for_what_is_left_out() {
        get("").statusCode(200).body(equalTo("20 null null null BY_NAME null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0                             | limit           | must be greater than or equal to 1
            limit=101                           | limit           | must be less than or equal to 100
            limit=ten                           | limit           | must be a whole number of 32 bits
            limit=99999999999                   | limit           | must be a whole number of 32 bits
            limit=%2B5                          | limit           | must be a whole number of 32 bits
            limit=                              | limit           | must be a whole number of 32 bits
            limit                               | limit           | must be a whole number of 32 bits
            limit=5&limit=5                     | limit           | is given more than once
            featured=TRUE                       | featured        | must be true or false
            featured=1                          | featured        | must be true or false
            order=BY_NAME                       | order           | must be one of by-name, by-time
            thing=1-1-1-1-1                     | thing           | must be a UUID
            publishedAt.gte=2026-03-01T09:30:00 | publishedAt.gte | needs an offset, as in 2026-03-01T09:30:00Z
            publishedAt.gte=yesterday           | publishedAt.gte | must be a time of RFC 3339, as 2026-03-01T09:30:00Z
            publishedAt.gte=2026-03-01T09:30:00+01:00 | publishedAt.gte | must be a time of RFC 3339, as 2026-03-01T09:30:00Z; a + in a query is a space, write %2B
            tag=                                | tag             | size must be between 1 and 10
            tag=a%00b                           | tag             | holds U+0000
            """)
    void a_value_that_is_not_allowed_is_refused(String query, String parameter, String detail) {
        get(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("instance", equalTo("/v1/probe/parameters"))
                .body("errors", hasSize(1))
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource({"tag=%", "tag=%4", "tag=%zz", "tag=%ff", "tag=a;limit=0", "tag=ä"})
    void a_malformed_escape_is_refused(String query) throws IOException {
        JsonNode problem = RawHttp.get("/v1/probe/parameters?" + query)
                .isProblem(400, "invalid-parameter")
                .json();
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo("tag");
        assertThat(problem.at("/errors/0/detail").asText()).startsWith("is not well-formed");
    }

    @Test
    void an_unknown_parameter_is_named_with_the_nearest_known_one() {
        get("limmit=5")
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-parameter"))
                .body("errors[0].parameter", equalTo("limmit"))
                .body("errors[0].detail", containsString("‘limit’"));
    }

    @Test
    void all_faults_are_reported_at_once() throws IOException {
        JsonNode problem = RawHttp.get("/v1/probe/parameters?limit=0&featured=yes&colour=red")
                .isProblem(400, "unreadable-request")
                .json();
        assertThat(problem.path("errors").findValuesAsText("parameter")).containsExactly("limit", "featured", "colour");
    }

    @Test
    void two_records_are_known_together_and_a_required_parameter_may_not_be_left_out() {
        getFrom("/v1/probe/two", "limit=3&required=4").statusCode(200).body(equalTo("3 4"));
        getFrom("/v1/probe/two", "limit=3")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("required"))
                .body("errors[0].detail", equalTo("must not be null"));
    }

    @Test
    void a_method_without_parameters_takes_none() {
        getFrom("/v1/probe/things/" + ID, "limit=3")
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-parameter"))
                .body("errors[0].detail", equalTo("is not known here; none is known here"));
    }

    @ParameterizedTest
    @CsvSource({"none", "1-1-1-1-1"})
    void an_id_that_is_none_is_found_nowhere(String id) {
        getFrom("/v1/probe/things/" + id, "")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    private static ValidatableResponse get(String query) {
        return getFrom("/v1/probe/parameters", query);
    }

    private static ValidatableResponse getFrom(String path, String query) {
        return given().urlEncodingEnabled(false)
                .get(query.isEmpty() ? path : path + "?" + query)
                .then();
    }
}
