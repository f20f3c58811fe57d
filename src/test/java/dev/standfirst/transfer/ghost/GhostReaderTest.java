package dev.standfirst.transfer.ghost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.transfer.BrokenFileException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GhostReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"1,", "[1],", "[", "{\"a\":"})
    void a_row_without_end_is_refused_before_it_fills_the_memory(String part) {
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream("{\"data\":{\"posts\":[{\"id\":[".getBytes(UTF_8)), new Endless(part));
        assertThatThrownBy(() -> {
                    try (GhostReader ghost = new GhostReader(new ObjectMapper(), file, Set.of("posts"))) {
                        ghost.next();
                    }
                })
                .isInstanceOf(BrokenFileException.class);
    }

    private static final class Endless extends InputStream {
        private final String part;
        private int place;

        Endless(String part) {
            this.part = part;
        }

        @Override
        public int read() {
            return part.charAt(place++ % part.length());
        }
    }
}
