package dev.standfirst.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/ / /",
                "/a /a /a",
                "/a/ /a/ /a",
                "/a/// /a/// /a",
                "/a//b /a//b /a//b",
                "/%61%2d%7E%2f /a-~%2F /a-~%2F",
                "/caf%c3%a9 /caf%C3%A9 /caf%C3%A9",
                "/café/ /caf%C3%A9/ /caf%C3%A9",
                "/港 /%E6%B8%AF /%E6%B8%AF",
                "/🌊 /%F0%9F%8C%8A /%F0%9F%8C%8A",
                "/a\\b /a%5Cb /a%5Cb",
                "/a;b=1,2:@!$&'()*+ /a;b=1,2:@!$&'()*+ /a;b=1,2:@!$&'()*+",
                "/...a/..b/c.. /...a/..b/c.. /...a/..b/c..",
                "/?p=123 /?p=123 /?p=123",
                "/a/?p=%7e1/ /a/?p=%7e1/ /a?p=%7e1/",
                "/a?b=/../c?d /a?b=/../c?d /a?b=/../c?d",
                "/a?q=ü /a?q=%C3%BC /a?q=%C3%BC",
                "/a? /a /a",
            })
    void a_path_is_written_in_one_way_and_compared_without_a_slash_at_its_end(
            String text, String written, String compared) {
        SitePath path = SitePath.of(text);
        assertThat(path).isEqualTo(new SitePath(written, compared));
        assertThat(SitePath.of(path.written())).isEqualTo(path);
        assertThat(SitePath.of(path.compared()).compared()).isEqualTo(path.compared());
    }

    @Test
    void a_space_is_escaped() {
        assertThat(SitePath.of("/a b").written()).isEqualTo("/a%20b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "//host", "//", "https://example.org/", "/a/../b", "/..", "/a/.", "/./a", "/a/%2e%2E/b",
                        "/a/%2e",
                "/a#b", "/a?b#c", "/%", "/%4", "/%zz", "/a?%", "/a\tb", "/a\nb", "/a\u0000b", "/a\u007fb", "/a?\rb"
            })
    void what_is_no_path_of_the_site_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SitePath.of(text));
    }

    @Test
    void it_may_be_2000_characters_long_as_it_is_written() {
        assertThat(SitePath.of("/" + "a".repeat(1999)).written()).hasSize(2000);
        assertThatIllegalArgumentException().isThrownBy(() -> SitePath.of("/" + "a".repeat(2000)));
        assertThatIllegalArgumentException().isThrownBy(() -> SitePath.of("/" + "é".repeat(400)));
    }
}
