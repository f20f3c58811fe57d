package dev.standfirst.comment.spam;

import static dev.standfirst.comment.spam.FormToken.State.EXPIRED;
import static dev.standfirst.comment.spam.FormToken.State.FOREIGN;
import static dev.standfirst.comment.spam.FormToken.State.MALFORMED;
import static dev.standfirst.comment.spam.FormToken.State.VALID;
import static dev.standfirst.comment.spam.Note.ARTICLE;
import static dev.standfirst.comment.spam.Note.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.shared.signature.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {
    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String TOKEN = FormToken.write(ARTICLE, NOON, KEY);

    @Test
    void a_token_tells_when_its_form_was_fetched_and_can_stand_in_a_url() {
        assertThat(TOKEN).matches("[A-Za-z0-9_-]{75}");
        assertThat(read(TOKEN, NOON.plusSeconds(5))).isEqualTo(new FormToken.Reading(VALID, NOON));
    }

    @Test
    void a_token_is_valid_to_the_last_moment_of_its_life() {
        assertThat(read(TOKEN, NOON.plus(DAY)).state()).isEqualTo(VALID);
        assertThat(read(TOKEN, NOON.plus(DAY).plusMillis(1))).isEqualTo(new FormToken.Reading(EXPIRED, NOON));
    }

    @Test
    void a_token_is_for_one_article() {
        assertThat(FormToken.read(TOKEN, UUID.randomUUID(), NOON, DAY, KEY).state())
                .isEqualTo(FOREIGN);
    }

    @Test
    void a_token_of_another_key_is_none() {
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(FormToken.read(TOKEN, ARTICLE, NOON, DAY, SigningKey.of(other)))
                .isEqualTo(new FormToken.Reading(MALFORMED, null));
    }

    @Test
    void a_token_in_which_any_bit_was_turned_is_none() {
        byte[] token = Base64.getUrlDecoder().decode(TOKEN);
        for (int bit = 0; bit < 8 * token.length; bit++) {
            byte[] turned = token.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(read(Base64.getUrlEncoder().encodeToString(turned), NOON).state())
                    .as("bit %d", bit)
                    .isEqualTo(MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "AAAA", "no token", "ü", "=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_token_is_malformed(String text) {
        assertThat(read(text, NOON).state()).isEqualTo(MALFORMED);
        assertThat(read(TOKEN.substring(0, 70) + text, NOON).state()).isEqualTo(MALFORMED);
        assertThat(read(TOKEN + "AAAA" + text, NOON).state()).isEqualTo(MALFORMED);
    }

    private static FormToken.Reading read(String token, Instant now) {
        return FormToken.read(token, ARTICLE, now, DAY, KEY);
    }
}
