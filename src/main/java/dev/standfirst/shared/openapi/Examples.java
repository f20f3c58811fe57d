package dev.standfirst.shared.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The recorded exchanges in {@code openapi/examples}: {@code createTag.json} is an answer, {@code createTag.request.json} the body it
 * answers, {@code NotFound.json} a refusal.
 */
final class Examples {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Path folder;

    Examples(String document) {
        this.folder = project().resolve("openapi/examples").resolve(document);
    }

    Optional<Object> read(String name) {
        Path file = folder.resolve(name + ".json");
        try {
            return Files.exists(file) ? Optional.of(mapper.readValue(file.toFile(), Object.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the example " + file, e);
        }
    }

    /** Finds the project from where this class lies, below {@code target}: the folder that a build was started in may be another. */
    private static Path project() {
        try {
            URI here = Examples.class.getResource("Examples.class").toURI();
            System.out.println("HERE " + here);
            Path path = Path.of(here);
            while (!path.endsWith("target")) {
                path = path.getParent();
            }
            return path.getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
