package dev.standfirst.transfer.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.transfer.BrokenFileException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxrReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"<!-- ", "<?odd ", "<item odd='", "<item><title>", "<item><title><![CDATA[", "<"})
    void what_has_no_end_is_refused_before_it_fills_the_memory(String beginning) {
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream(("<rss><channel>" + beginning).getBytes(UTF_8)), new Endless());
        assertThatThrownBy(() -> {
                    try (WxrReader wxr = new WxrReader(file)) {
                        wxr.next();
                    }
                })
                .isInstanceOf(BrokenFileException.class);
    }

    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            Arrays.fill(buffer, from, from + length, (byte) 'x');
            return length;
        }
    }
}
