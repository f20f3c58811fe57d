package dev.standfirst.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/b?c=d#e, https://a.example/b?c=d#e",
        "HTTPS://A.example, https://A.example",
        "'  https://a.example\n ', https://a.example",
        "'ht\ntps://a.example/b c', https://a.example/b%20c",
        "//a.example/b, https://a.example/b",
        "'\\\\a.example\\b?c\\d', https://a.example/b?c%5Cd",
        "/\\a.example, https://a.example",
        "https:///a.example, https://a.example",
        "https://a.example\\@b.example, https://a.example/@b.example",
        "https://[::1]:80/, https://[::1]:80/",
        "https://ü.example/é, https://ü.example/é",
        "mailto:a@b.example, mailto:a@b.example",
        "tel:+49-30-1, tel:+49-30-1",
        "/a:b, /a:b",
        "a/b:c, a/b:c",
        "?a=b:c, ?a=b:c",
        "#a:b, #a:b",
        "a b\"<>`, a%20b%22%3C%3E%60",
    })
    void a_link_is_written_in_one_way_and_stays_so(String written, String expected) {
        assertThat(Address.ofLink(written)).isEqualTo(expected);
        assertThat(Address.ofLink(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:,x",
                "ftp://a.example",
                "https:a.example",
                "https:/a.example",
                "https://",
                "https://?a",
                "https://@/",
                "https://a b.example",
                "https://a%2eb",
                "//",
                "///",
                "a:b",
                "1:b",
                "é:b",
                "mailto:",
                "tel:",
                ":",
                "http://a\u3000b"
            })
    void any_other_address_is_none(String written) {
        assertThat(Address.ofLink(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@b.example", "tel:1", "data:image/png;base64,AAAA", "javascript:1"})
    void a_picture_lies_on_the_web(String written) {
        assertThat(Address.ofImage(written)).isNull();
    }
}
