package dev.standfirst.shared.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.HeldLock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class SigningKeyTest {
    private static final SigningKey KEY = SigningKey.of(new byte[32]);

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    /** Made by {@code printf '\0\0\0\1p\0\0\0\2ab' | openssl dgst -sha256 -mac hmac -macopt hexkey:00…}. */
    @Test
    void a_signature_is_the_hmac_of_the_purpose_and_the_parts_each_with_its_length() {
        assertThat(HexFormat.of().formatHex(KEY.sign("p", bytes("ab"))))
                .isEqualTo("cb1b5eea75a4bda8742666bf63943bddc7acb1b43a1b91eb40b058795d91938a");
    }

    @Test
    void a_signature_is_for_one_purpose_and_parts_cannot_be_shifted() {
        assertThat(KEY.sign("p", bytes("ab"), bytes("c")))
                .isEqualTo(KEY.sign("p", bytes("ab"), bytes("c")))
                .isNotEqualTo(KEY.sign("q", bytes("ab"), bytes("c")))
                .isNotEqualTo(KEY.sign("p", bytes("a"), bytes("bc")))
                .isNotEqualTo(KEY.sign("p", bytes("abc")))
                .isNotEqualTo(KEY.sign("p", bytes("ab"), bytes("c"), bytes("")));
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> SigningKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_server_that_starts_later_has_the_key_that_the_first_one_made() {
        SigningKey first = new StoredKey(entities).key();
        SigningKey second = new StoredKey(entities).key();
        assertThat(second.sign("p")).isEqualTo(first.sign("p"));
    }

    @Test
    void of_two_servers_that_need_the_key_at_once_one_makes_it() throws Exception {
        CompletableFuture<SigningKey> one;
        CompletableFuture<SigningKey> other;
        try (HeldLock table = HeldLock.take(database, "lock table signing_key in share mode")) {
            one = table.andWaiting(1, () -> new StoredKey(entities).key());
            other = table.andWaiting(2, () -> new StoredKey(entities).key());
        }
        assertThat(one.get().sign("p")).isEqualTo(other.get().sign("p"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
