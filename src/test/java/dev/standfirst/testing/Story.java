package dev.standfirst.testing;

import static dev.standfirst.testing.Actors.as;

import dev.standfirst.access.Role;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes articles for tests: {@code aStory().titled("Fog").tagged("harbour").published().create()}. */
public final class Story {
    private final Map<String, Object> draft = new LinkedHashMap<>(Map.of("title", "A story"));

    private Role writer = Role.EDITOR;

    private Story() {}

    public static Story aStory() {
        return new Story();
    }

    public Story titled(String title) {
        return with("title", title);
    }

    public Story tagged(String... tags) {
        return with("tags", List.of(tags));
    }

    /** By authors, who are created first. */
    public Story by(String... authors) {
        for (String author : authors) {
            as(Role.EDITOR).body(Map.of("slug", author, "name", author)).post("/v1/manage/authors");
        }
        return with("authors", List.of(authors));
    }

    public Story reading(String markdown) {
        return with("body", Map.of("source", markdown));
    }

    public Story published() {
        return with("status", "published");
    }

    public Story publishedAt(Instant moment) {
        return published().with("publishedAt", moment.toString());
    }

    public Story with(String member, Object value) {
        draft.put(member, value);
        return this;
    }

    /** Posted by this role, which may edit it then. */
    public Story writtenBy(Role role) {
        writer = role;
        return this;
    }

    public Map<String, Object> draft() {
        return draft;
    }

    /** Posts it, as an editor if nobody else was named. */
    public ValidatableResponse post() {
        return as(writer).body(draft).post("/v1/manage/articles").then();
    }

    /** Posts it, and returns the slug that it got. */
    public String create() {
        return post().statusCode(201).extract().path("slug");
    }
}
