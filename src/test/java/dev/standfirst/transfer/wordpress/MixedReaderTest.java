package dev.standfirst.transfer.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedReaderTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "1, 1", "5, 3", "0, 8192", "1, 8191", "6, 8186", "3, 20000"})
    void a_text_is_the_same_in_pieces_of_any_size_at_any_place_of_the_buffer(int from, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            bytes.writeBytes(("ü–😀 " + i).getBytes(UTF_8));
            bytes.writeBytes("“é”".getBytes(WINDOWS_1252));
            text.append("ü–😀 ").append(i).append("“é”");
        }
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[from + length];
        try (Reader reader =
                new MixedReader(new ByteArrayInputStream(bytes.toByteArray()), new SingleByteCharset(WINDOWS_1252))) {
            for (int many; (many = reader.read(buffer, from, length)) >= 0; ) {
                read.append(buffer, from, many);
            }
        }
        assertThat(read).hasToString(text.toString());
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, Привет – «мир»", "windows-1252, It’s “hier” – Müller", "ISO-8859-2, Łódź"})
    void what_is_no_utf_8_is_read_in_the_encoding_of_the_site(Charset site, String text) throws IOException {
        assertThat(read(text.getBytes(site), site)).isEqualTo(text);
        assertThat(read(text.getBytes(UTF_8), site)).isEqualTo(text);
    }

    private static String read(byte[] bytes, Charset other) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Reader reader = new MixedReader(new ByteArrayInputStream(bytes), new SingleByteCharset(other))) {
            for (int c; (c = reader.read()) >= 0; ) {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}
