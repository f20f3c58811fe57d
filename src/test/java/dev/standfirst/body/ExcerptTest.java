package dev.standfirst.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void it_is_the_running_text_without_headings_tables_code_captions_and_notes() {
        assertThat(
                        excerpt(
                                "## A\n\nb[^h]\nc\n\n- d\n\n|e|\n|-|\n|f|\n\n    g\n\n<figure><img src=i><figcaption>j</figcaption></figure>\n\n> k\n\n[^h]: l"))
                .isEqualTo("b c d k");
    }

    @Test
    void a_short_text_is_whole() {
        assertThat(excerpt("a".repeat(200))).isEqualTo("a".repeat(200));
    }

    @Test
    void a_long_text_ends_after_a_word() {
        assertThat(excerpt("four ".repeat(39) + "4444, and more")).isEqualTo("four ".repeat(39) + "4444…");
        assertThat(excerpt("four ".repeat(39) + "55555 and more")).isEqualTo("four ".repeat(39) + "55555…");
        assertThat(excerpt("four ".repeat(39) + "666666 and more")).isEqualTo("four ".repeat(38) + "four…");
    }

    @Test
    void a_text_without_spaces_is_still_cut() {
        assertThat(excerpt("漢".repeat(300))).isEqualTo("漢".repeat(200) + "…");
        assertThat(excerpt("x".repeat(300))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void what_is_seen_as_one_character_is_never_split() {
        assertThat(excerpt("a" + "👩‍👩‍👧".repeat(50))).isEqualTo("a" + "👩‍👩‍👧".repeat(24) + "…");
        assertThat(excerpt("a" + "𠮷".repeat(150))).isEqualTo("a" + "𠮷".repeat(99) + "…");
        assertThat(excerpt("e\u0301".repeat(99) + "xe\u0301e\u0301")).isEqualTo("e\u0301".repeat(99) + "x…");
    }

    private static String excerpt(String markdown) {
        return Derivation.derive(BodyFormat.MARKDOWN, markdown).excerpt();
    }
}
