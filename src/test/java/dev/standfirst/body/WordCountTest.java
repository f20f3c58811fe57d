package dev.standfirst.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Don't count 3.14 twice, e-mail does | 7 | 0
            — … 🎉 👩‍👩‍👧 « »                  | 0 | 0
            Это три слова                       | 3 | 0
            국어는 단어로 센다                    | 3 | 0
            東京タワー、ひらがな。               | 0 | 9
            iPhone を買う 2 times               | 3 | 3
            ภาษาไทย                             | 2 | 0
            𠮷野家                               | 0 | 3
            """)
    void words_and_characters_are_counted_apart(String text, int words, int characters) {
        assertThat(WordCount.of(text)).isEqualTo(new WordCount(words, characters));
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "1,0,1", "356,0,1", "357,0,2", "505,0,2", "0,749,1", "0,750,2", "238,500,2", "2380,5000,20"})
    void reading_takes_whole_minutes(int words, int characters, int minutes) {
        assertThat(new WordCount(words, characters).readingMinutes()).isEqualTo(minutes);
    }

    @Test
    void a_story_of_505_words_is_read_in_2_minutes() {
        DerivedBody derived = Derivation.derive(BodyFormat.MARKDOWN, "## Word\n\n" + "word ".repeat(504));
        assertThat(derived.wordCount()).isEqualTo(505);
        assertThat(derived.readingMinutes()).isEqualTo(2);
    }
}
