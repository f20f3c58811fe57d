package dev.standfirst.body;

import static dev.standfirst.body.SafeHtml.assertSafe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries the tricks of the usual collections in both formats. */
class CrossSiteScriptingTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void a_vector_comes_out_harmless_in_html_and_in_markdown(String vector) {
        for (BodyFormat format : BodyFormat.values()) {
            DerivedBody derived = Derivation.derive(format, vector);
            assertSafe(derived.html());
            String within = Derivation.derive(format, "before\n\n> * a " + vector + "\n\nafter")
                    .html();
            assertSafe(within);
        }
    }

    static Stream<String> vectors() throws IOException {
        try (InputStream file = CrossSiteScriptingTest.class.getResourceAsStream("vectors.txt")) {
            String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("\n"))
                    .filter(line -> !line.isBlank())
                    .map(line -> line.replace("\\n", "\n")
                            .replace("\\t", "\t")
                            .replace("\\r", "\r")
                            .replace("\\0", "\0")
                            .replace("\\x01", "\u0001"));
        }
    }
}
