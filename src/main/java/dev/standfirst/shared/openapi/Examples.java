package dev.standfirst.shared.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The recorded exchanges in {@code openapi/examples}: {@code createTag.json} is an answer, {@code createTag.request.json} the body it
 * answers, {@code NotFound.json} a refusal.
 */
final class Examples {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Path folder = project().resolve("openapi/examples");

    private final String audience;

    /** Reads for an audience: where {@code Forbidden.delivery.json} is, it stands in that document for {@code Forbidden.json}. */
    Examples(String audience) {
        this.audience = audience;
    }

    /** Reads the example of an answer of a status, where there is one of its own, as {@code createComment.202.json}. */
    Optional<Object> read(String name, int status) {
        return read(name + "." + status).or(() -> read(name));
    }

    Optional<Object> read(String name) {
        return readFile(name + "." + audience).or(() -> readFile(name));
    }

    private Optional<Object> readFile(String name) {
        Path file = folder.resolve(name + ".json");
        try {
            return Files.exists(file) ? Optional.of(mapper.readValue(file.toFile(), Object.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the example " + file, e);
        }
    }

    /** Finds the project from where this class lies, in {@code target}: a build may have been started in another folder. */
    private static Path project() {
        try {
            URL here = Examples.class.getResource("Examples.class");
            for (Path path = Path.of(here.toURI()); path != null; path = path.getParent()) {
                if (path.endsWith("target")) {
                    return path.resolveSibling("");
                }
            }
            throw new IllegalStateException("A contract is built in a project's folder target, not at " + here);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
