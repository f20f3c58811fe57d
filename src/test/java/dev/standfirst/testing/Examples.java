package dev.standfirst.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The examples of the contract, in {@code openapi/examples}: bodies of requests, and what the server answers to them.
 *
 * <p>What is different at each run (ids, cursors, secrets, numbers of the log) is written as something made up that has the same form, the
 * same id always the same.
 */
public final class Examples {
    private static final Path FOLDER = Path.of("openapi", "examples");
    private static final boolean WRITE = System.getProperty("contract.write") != null;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\"number\":[0-9]+");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Map<String, String> ids = new HashMap<>();

    /** Returns the body of the request that an operation has as its example. */
    public String request(String operation) {
        return read(FOLDER.resolve(operation + ".request.json"));
    }

    /** Holds an answer against the example of the name, or writes it down where {@code -Dcontract.write} says so. */
    public void check(String name, Response answer) {
        Path file = FOLDER.resolve(name + ".json");
        String settled = settled(Exchange.body(answer));
        try {
            if (WRITE) {
                Files.writeString(file, settled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file)
                .as("the example " + name)
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(settled);
    }

    private String settled(String json) {
        AtomicInteger number = new AtomicInteger(4711);
        String settled = ID.matcher(json)
                .replaceAll(id -> ids.computeIfAbsent(
                        id.group(), key -> "0195a000-0000-7000-8000-%012x".formatted(ids.size() + 1)))
                .replaceAll("after=[0-9A-Za-z_-]+", "after=mYQz3hPqVd0")
                .replaceAll("sf_[0-9A-Za-z]{49}", "sf_" + "Example".repeat(7))
                .replaceAll("ct_[0-9A-Za-z_-]{43}", "ct_" + "Example".repeat(6) + "E")
                .replaceAll("pv_[0-9A-Za-z_-]{64}", "pv_" + "Example".repeat(9) + "E")
                .replaceAll("\"formToken\":\"[^\"]+\"", "\"formToken\":\"AZWgAAAAcACAAAAAAAAAAQAAAZysx3Bg\"")
                .replaceAll("\"prefix\":\"sf_[0-9A-Za-z]+\"", "\"prefix\":\"sf_Examp\"");
        if (settled.contains("\"thing\":")) { // the log's numbers; those of revisions are the same each time
            settled = NUMBER.matcher(settled).replaceAll(one -> "\"number\":" + number.getAndDecrement());
        }
        try {
            return PRETTY.writeValueAsString(MAPPER.readTree(settled)) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
