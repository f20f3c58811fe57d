package dev.standfirst.testing;

import static io.restassured.RestAssured.given;

import dev.standfirst.access.Role;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.function.Function;

/** Who sends a request: {@code as(EDITOR).get("/v1/manage/articles")}. {@link BlankSlate} makes a key for each role. */
public final class Actors {
    /** The media type of files with a thing in each line. */
    public static final String NDJSON = "application/x-ndjson";

    /** Has bytes of that type sent as they are. */
    public static final RestAssuredConfig SENDING_FILES = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs(NDJSON, ContentType.BINARY)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static volatile Function<Role, String> credentials = Actors::secret;

    private Actors() {}

    /** Says what {@link #as} sends from now on. */
    public static void use(Function<Role, String> tokens) {
        credentials = tokens;
    }

    /** Has {@link #as} send keys again. */
    public static void useKeys() {
        credentials = Actors::secret;
    }

    /** Begins a request, JSON in its body, by somebody of the role: the holder of its key, unless {@link #use} says otherwise. */
    public static RequestSpecification as(Role role) {
        return with(credentials.apply(role));
    }

    /** Begins a request, JSON in its body, with a key or token. */
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
