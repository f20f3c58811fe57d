package dev.standfirst.transfer;

import static dev.standfirst.testing.Actors.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.access.Role;
import dev.standfirst.testing.Actors;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that was sent to be brought in, and what was answered. */
public final class SentFile {
    private final List<JsonPath> messages;

    private SentFile(List<JsonPath> messages) {
        this.messages = messages;
    }

    /** Sends lines. */
    static SentFile of(String... lines) {
        return of(Map.of(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static SentFile dry(String... lines) {
        return of(Map.of("dryRun", "true"), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static SentFile of(Map<String, String> query, byte[] file) {
        return of(request().queryParams(query).body(file).post("/v1/manage/imports"));
    }

    public static SentFile of(Response answer) {
        answer.then().statusCode(200).contentType(Actors.NDJSON);
        return new SentFile(Stream.of(answer.asString().split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(JsonPath::from)
                .toList());
    }

    /** Begins a request with a file in its body. */
    public static RequestSpecification request() {
        return as(Role.IMPORTER).config(Actors.SENDING_FILES).contentType(Actors.NDJSON);
    }

    JsonPath first() {
        return messages.get(0);
    }

    /** How it ended. */
    public JsonPath last() {
        JsonPath last = messages.get(messages.size() - 1);
        last.setRootPath("progress");
        return last;
    }

    String id() {
        return first().getString("progress.id");
    }

    /** What is said of the file that keeps nothing from coming in. */
    public List<String> remarks() {
        return messages.stream()
                .filter(message -> "/problems/not-taken".equals(message.getString("fault.type")))
                .map(message -> message.getString("fault.detail"))
                .toList();
    }

    /** The faults, each as {@code line pointer type}. */
    public List<String> faults() {
        return messages.stream()
                .filter(message -> message.get("fault") != null)
                .map(message -> message.getLong("fault.line") + " " + message.getString("fault.pointer") + " "
                        + message.getString("fault.type"))
                .toList();
    }

    public SentFile finished() {
        assertThat(last().getString("state")).isEqualTo("finished");
        return this;
    }

    /** Expects these counts, and that nothing else was counted. */
    public SentFile counted(int created, int updated, int unchanged, int refused) {
        Map<String, Integer> counts = last().getMap("counts");
        assertThat(counts)
                .containsEntry("created", created)
                .containsEntry("updated", updated)
                .containsEntry("unchanged", unchanged)
                .containsEntry("refused", refused)
                .containsEntry("waiting", 0)
                .containsEntry("done", created + updated + unchanged + refused);
        return this;
    }

    /** All that was told. */
    @Override
    public String toString() {
        return messages.stream().map(JsonPath::prettify).collect(Collectors.joining("\n"));
    }
}
