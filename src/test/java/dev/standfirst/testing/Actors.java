package dev.standfirst.testing;

import static io.restassured.RestAssured.given;

import dev.standfirst.access.Role;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Who sends a request: {@code as(EDITOR).get("/v1/manage/articles")}. {@link BlankSlate} makes a key for each role. */
public final class Actors {
    private Actors() {}

    /** Begins a request, JSON in its body, by the holder of a key with the role. */
    public static RequestSpecification as(Role role) {
        return with(secret(role));
    }

    /** Begins a request, JSON in its body, with a key. */
    public static RequestSpecification with(String secret) {
        return nobody().header("Authorization", "Bearer " + secret);
    }

    /** Begins a request, JSON in its body, without a key. */
    public static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    /** The secret of the key that tests have for a role. */
    public static String secret(Role role) {
        return "the-key-of-an-" + role + "-in-tests-and-nowhere-else";
    }
}
