package dev.standfirst.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What We Did — in Zürich!     | what-we-did-in-zurich
            Don't can’t R&D              | dont-cant-r-and-d
            Straße, Ærø, Ødegård, Łódź   | strasse-aero-odegard-lodz
            Iğdır İstanbul ISPARTA       | igdir-istanbul-isparta
            Что делать? Объявление       | cto-delat-obavlenie
            Αθήνα σήμερα                 | athena-semera
            北京欢迎你                    | bei-jing-huan-ying-ni
            東京タワーへようこそ           | dong-jingtawaheyoukoso
            서울                          | seoul
            Ｆｕｌｌ ｗｉｄｔｈ ２０２４    | full-width-2024
            50% of ½ for 10 €            | 50-of-1-2-for-10
            --a__b..c/d--                | a-b-c-d
            مرحبا بالعالم                | mrhba-balalm
            """)
    void titles_of_any_script_get_a_usable_slug(String title, String slug) {
        assertThat(Slug.from(title)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🎉🎉", "— … !", "\uD800"})
    void a_title_with_nothing_usable_gets_none(String title) {
        assertThat(Slug.from(title)).isEmpty();
    }

    @Test
    void a_long_title_is_cut_between_words() {
        assertThat(Slug.from("four ".repeat(40))).isEqualTo("four-".repeat(15) + "four");
        assertThat(Slug.from("x".repeat(1_000_000))).isEqualTo("x".repeat(80));
    }

    @Test
    void a_title_that_is_a_uuid_gets_a_slug_that_is_none() {
        assertThat(Slug.from("0190163d-8694-739b-aea5-966c26f8ad90")).isEqualTo("0190163d8694739baea5966c26f8ad90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "2024", "a-b-3", "0190163d8694739baea5966c26f8ad90"})
    void words_joined_by_hyphens_are_valid(String slug) {
        assertThat(Slug.isValid(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-a",
                "a-",
                "a--b",
                "A",
                "ä",
                "a b",
                "a/b",
                "..",
                "a\n",
                "0190163d-8694-739b-aea5-966c26f8ad90"
            })
    void anything_else_is_not(String slug) {
        assertThat(Slug.isValid(slug)).isFalse();
    }

    @Test
    void a_valid_slug_has_at_most_200_characters() {
        assertThat(Slug.isValid("x".repeat(Slug.MAX_LENGTH))).isTrue();
        assertThat(Slug.isValid("x".repeat(Slug.MAX_LENGTH + 1))).isFalse();
    }

    @Test
    void threads_may_fold_titles_at_the_same_time() {
        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i -> Slug.from(i % 2 == 0 ? "Что делать " + i : "北京 " + i)))
                .isEqualTo(IntStream.range(0, 2_000)
                        .mapToObj(i -> (i % 2 == 0 ? "cto-delat-" : "bei-jing-") + i)
                        .toList());
    }
}
