package dev.standfirst.comment.spam.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standfirst.comment.spam.learned.LearnedScore.Counted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedScoreTest {

    /** From tables of the distribution: the 95th percentiles. */
    @ParameterizedTest
    @CsvSource({"5.991, 2", "9.488, 4", "18.307, 10", "124.342, 100"})
    void chi_squared_is_that_of_the_tables(double value, int freedom) {
        assertThat(LearnedScore.chiSquared(value, freedom)).isCloseTo(0.05, within(0.0001));
    }

    @Test
    void words_of_spam_make_spam_and_words_of_ham_ham() {
        assertThat(score(new Counted("casino", 0, 9), new Counted("poker", 1, 9))
                        .probability())
                .isGreaterThan(0.95);
        assertThat(score(new Counted("ferry", 9, 0), new Counted("pilot", 9, 1)).probability())
                .isLessThan(0.05);
        assertThat(score(new Counted("casino", 0, 9), new Counted("ferry", 9, 0))
                        .probability())
                .isCloseTo(0.5, within(0.01));
        assertThat(score().probability()).isEqualTo(0.5);
        assertThat(score(new Counted("the", 50, 50)).probability()).isEqualTo(0.5);
    }

    @Test
    void a_word_that_was_seen_once_tells_less_than_one_seen_often() {
        assertThat(score(new Counted("casino", 0, 1)).probability())
                .isGreaterThan(0.5)
                .isLessThan(score(new Counted("casino", 0, 20)).probability());
    }

    @Test
    void how_much_of_each_kind_was_learned_does_not_matter() {
        List<Counted> words = List.of(new Counted("casino", 10, 10));
        assertThat(LearnedScore.of(words, 1000, 10).probability()).isGreaterThan(0.9);
        assertThat(LearnedScore.of(words, 10, 1000).probability()).isLessThan(0.1);
    }

    @Test
    void it_tells_the_most_telling_words_of_its_own_side_but_no_name() {
        assertThat(score(
                                new Counted("poker", 1, 90),
                                new Counted("casino", 0, 90),
                                new Counted("name:ines", 0, 99),
                                new Counted("ferry", 9, 0),
                                new Counted("a", 2, 90),
                                new Counted("b", 3, 90),
                                new Counted("c", 4, 90))
                        .telling())
                .containsExactly("casino", "poker", "a", "b");
    }

    @Test
    void counts_that_cannot_be_do_no_harm() {
        assertThat(LearnedScore.of(List.of(new Counted("a", -3, 7), new Counted("b", 9, 500)), 1, 1)
                        .probability())
                .isBetween(0.0, 1.0);
        assertThat(LearnedScore.of(List.of(new Counted("a", 0, 0)), 0, 0).probability())
                .isEqualTo(0.5);
        List<Counted> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new Counted("w" + i, i % 2 * 100L, (1 - i % 2) * 100L));
        }
        assertThat(LearnedScore.of(many, 100, 100).probability()).isCloseTo(0.5, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, -30",
        "0.1, -15",
        "0.2, 0",
        "0.5, 0",
        "0.7, 25",
        "0.8999, 49",
        "0.9, 50",
        "0.9899, 99",
        "0.99, 100",
        "1, 100"
    })
    void points_rise_with_the_probability(double probability, int points) {
        assertThat(new LearnedScore(probability, List.of()).points()).isEqualTo(points);
    }

    private static LearnedScore score(Counted... words) {
        return LearnedScore.of(List.of(words), 100, 100);
    }
}
