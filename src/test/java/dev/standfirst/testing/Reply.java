package dev.standfirst.testing;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;

import dev.standfirst.access.Role;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes readers' comments for tests: {@code aReply().by("Ines").saying("Well said.").to(comment).on(story)}. */
public final class Reply {
    private final Map<String, Object> author =
            new LinkedHashMap<>(Map.of("name", "Ines", "email", "ines@readers.example.org"));

    private final Map<String, Object> draft = new LinkedHashMap<>(Map.of("body", "Well said."));
    private @Nullable String token;

    private Reply() {}

    public static Reply aReply() {
        return new Reply();
    }

    /** By somebody of the name, with an address of the same name. */
    public Reply by(String name) {
        return named(name).from(name.toLowerCase(Locale.ROOT) + "@readers.example.org");
    }

    public Reply named(String name) {
        author.put("name", name);
        return this;
    }

    public Reply from(String email) {
        author.put("email", email);
        return this;
    }

    public Reply withPage(String url) {
        author.put("url", url);
        return this;
    }

    public Reply saying(String body) {
        return with("body", body);
    }

    /** To another comment. */
    public Reply to(String comment) {
        return with("parentId", comment);
    }

    public Reply with(String member, Object value) {
        draft.put(member, value);
        return this;
    }

    /** With the token of an earlier comment, which speaks for who writes it. */
    public Reply knownBy(String editToken) {
        token = editToken;
        return this;
    }

    public Map<String, Object> draft() {
        draft.put("author", author);
        return draft;
    }

    /** Posts it below a story. */
    public ValidatableResponse on(String story) {
        var request = token == null ? nobody() : Actors.with(token);
        return request.body(draft()).post("/v1/articles/" + story + "/comments").then();
    }

    /** Posts it below a story and has it approved if it waits; returns its id. */
    public String shownOn(String story) {
        var posted = on(story).extract();
        String id = posted.path("id");
        if (posted.statusCode() == 202) {
            as(Role.MODERATOR)
                    .post("/v1/manage/comments/" + id + "/approve")
                    .then()
                    .statusCode(200);
        }
        return id;
    }
}
