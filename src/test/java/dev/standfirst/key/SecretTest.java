package dev.standfirst.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void a_new_one_reads_as_itself() {
        Secret secret = Secret.random();

        assertThat(secret.text()).matches("sf_[0-9A-Za-z]{49}");
        assertThat(Secret.of(secret.text()))
                .hasValueSatisfying(read -> assertThat(read.hash()).hasSize(32).isEqualTo(secret.hash()));
        assertThat(Secret.random().text()).isNotEqualTo(secret.text());
    }

    @Test
    void each_single_slip_of_the_pen_is_noticed() {
        String text = Secret.random().text();
        for (int place = 3; place < text.length(); place++) {
            char other = text.charAt(place) == 'x' ? 'y' : 'x';
            assertThat(Secret.of(text.substring(0, place) + other + text.substring(place + 1)))
                    .as("a slip at %d", place)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sf_",
                "sf_short",
                "thirty-one-characters-are-short",
                "a space makes it no key, however long it is",
                "größer-als-zweiunddreißig-zeichen-ist-er"
            })
    void what_is_no_key_is_refused(String text) {
        assertThat(Secret.of(text)).isEmpty();
    }

    @Test
    void one_of_another_form_needs_32_characters() {
        assertThat(Secret.of("thirty-two-characters-are-enough")).isPresent();
    }

    @Test
    void the_development_key_is_well_formed() {
        assertThat(Secret.of(DevelopmentKey.SECRET)).isPresent();
    }

    @Test
    void it_is_not_told_by_accident() {
        Secret secret = Secret.random();

        assertThat(secret).hasToString(secret.text().substring(0, 8) + "…");
    }
}
