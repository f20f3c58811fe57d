package dev.standfirst.transfer.wordpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.transfer.BrokenFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void an_element_of_long_attributes_is_refused_before_it_fills_the_memory() {
        String category = "<category nicename='" + "x".repeat(1 << 20) + "'/>";
        InputStream file = new ByteArrayInputStream(
                ("<rss><channel><item>" + category.repeat(30) + "</item></channel></rss>").getBytes(UTF_8));
        assertThatThrownBy(() -> {
                    try (WxrReader wxr = new WxrReader(file)) {
                        wxr.next();
                    }
                })
                .isInstanceOf(BrokenFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Привет – «мир»",
        "ISO-8859-1, It’s “hier” – Müller",
        "UTF-8, It’s “hier” – Müller",
        "ISO-8859-2, Łódź"
    })
    void what_wordpress_took_for_latin_1_when_it_made_utf_8_of_it_is_read_in_the_encoding_of_the_site(
            String declared, String text) throws IOException {
        Charset site = Charset.forName(declared.matches("ISO-8859-1|UTF-8") ? "windows-1252" : declared);
        String written = new String(text.getBytes(site), ISO_8859_1);
        assertThat(title(declared, written)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, «Café» – 20 °C",
        "ISO-8859-2, “Señor” à la façade – Łódź",
        "ISO-8859-1, Übersee – “façade” 𝄞",
        "UTF-8, “é” Ł"
    })
    void what_is_utf_8_indeed_is_left_alone(String declared, String text) throws IOException {
        assertThat(title(declared, text)).isEqualTo(text);
    }

    private static String title(String declared, String title) throws IOException {
        String file = "<?xml version='1.0' encoding='" + declared + "'?><rss><channel><item><title><![CDATA[" + title
                + "]]></title></item></channel></rss>";
        try (WxrReader wxr = new WxrReader(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            return requireNonNull(wxr.next()).text("title");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\uFEFF", "\uFEFF\n"})
    void what_begins_with_thousands_of_blanks_or_marks_is_read_or_refused(String before) {
        String file = before.repeat(4000 / before.getBytes(UTF_8).length)
                + "<?xml version='1.0'?><rss><channel><item/></channel></rss>";
        assertThatCode(() -> {
                    try (WxrReader wxr = new WxrReader(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
                        wxr.next();
                    } catch (BrokenFileException e) {
                        assertThat(before).contains("\uFEFF");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void signs_written_as_entities_may_be_many() throws IOException {
        String file = "<rss><channel><item><title>" + "&amp;".repeat(150_000) + "</title></item></channel></rss>";
        try (WxrReader wxr = new WxrReader(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            assertThat(requireNonNull(wxr.next()).text("title")).hasSize(150_000);
        }
    }

    @Test
    void a_thread_of_any_depth_is_given_away_in_its_order() throws IOException {
        StringBuilder file = new StringBuilder("<rss><channel><item>");
        for (int id = 1; id <= 20_000; id++) {
            file.append("<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_parent>%d</wp:comment_parent>"
                    .formatted(id, id - 1));
            file.append("<wp:comment_approved>1</wp:comment_approved></wp:comment>");
        }
        file.append("</item></channel></rss>");
        List<String> given = new ArrayList<>();
        try (WxrReader wxr =
                new WxrReader(new ByteArrayInputStream(file.toString().getBytes(UTF_8)))) {
            new WordPressComments(requireNonNull(wxr.next()), "1", null, Set.of())
                    .each((id, parent, comment) -> given.add(id));
        }
        assertThat(given).hasSize(20_000).startsWith("1", "2", "3").endsWith("20000");
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
