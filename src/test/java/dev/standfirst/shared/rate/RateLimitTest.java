package dev.standfirst.shared.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.standfirst.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
    private static final RatePolicy TEN_A_MINUTE = new RatePolicy("ten", 10, Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock();
    private final RateLimits limits = new RateLimits(clock);
    private final RateLimit limit = limits.of(TEN_A_MINUTE);

    @BeforeEach
    void stop() {
        clock.stopAt(Instant.parse("2026-03-01T09:30:00Z"));
    }

    @Test
    void ten_may_come_at_once_and_no_more() {
        assertThat(IntStream.range(0, 11).mapToObj(i -> limit.take("a")).toList())
                .extracting(RateState::remaining)
                .containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L, 0L);
        assertThat(limit.take("a")).isEqualTo(new RateState(TEN_A_MINUTE, false, 0, Duration.ofSeconds(6)));
        assertThat(limit.take("b")).isEqualTo(new RateState(TEN_A_MINUTE, true, 9, Duration.ofSeconds(6)));
    }

    @Test
    void permits_come_back_one_by_one() {
        drain("a");
        clock.advance(Duration.ofSeconds(5));
        assertThat(limit.take("a")).isEqualTo(new RateState(TEN_A_MINUTE, false, 0, Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(limit.take("a")).isEqualTo(new RateState(TEN_A_MINUTE, true, 0, Duration.ofSeconds(6)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(limit.take("a").remaining()).isEqualTo(4);
        clock.advance(Duration.ofDays(1));
        assertThat(limit.take("a").remaining()).isEqualTo(9);
    }

    @Test
    void a_bucket_that_is_asked_for_is_not_forgotten_before_it_is_full() {
        drain("a");
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(6));
            assertThat(limit.take("a"))
                    .extracting(RateState::isGranted, RateState::remaining)
                    .containsExactly(true, 0L);
        }
    }

    @Test
    void two_limits_count_for_themselves() {
        drain("a");
        assertThat(limits.of(TEN_A_MINUTE).take("a").isGranted()).isTrue();
        assertThat(limit.take("a").isGranted()).isFalse();
    }

    @Test
    void all_can_be_forgotten() {
        drain("a");
        limits.forget();
        assertThat(limit.take("a").remaining()).isEqualTo(9);
    }

    @Test
    void a_part_of_a_second_is_waited_for_as_a_whole_one() {
        assertThat(new RateState(TEN_A_MINUTE, false, 0, Duration.ofNanos(1)).item())
                .isEqualTo("\"ten\";r=0;t=1");
        assertThat(new RateState(TEN_A_MINUTE, false, 0, Duration.ofSeconds(6)).item())
                .isEqualTo("\"ten\";r=0;t=6");
        assertThat(new RateState(TEN_A_MINUTE, true, 9, Duration.ZERO).item()).isEqualTo("\"ten\";r=9;t=0");
    }

    @Test
    void a_key_is_hashed_with_a_secret() {
        HashedKey.Hash hash = new HashedKey.Hash();
        assertThat(hash.of("anna@example.com")).isEqualTo(hash.of("anna@example.com"));
        assertThat(hash.of("anna@example.com")).isNotEqualTo(new HashedKey.Hash().of("anna@example.com"));
        assertThat(hash.of("anna@example.com")).isNotEqualTo(hash.of("anne@example.com"));
    }

    @ParameterizedTest
    @CsvSource({"Ten, 1, 1000", "'te\"n', 1, 1000", "'', 1, 1000", "ten, 0, 1000", "ten, 1, 0", "ten, 1, 1500"})
    void a_policy_that_headers_cannot_tell_is_none(String name, int permits, long millis) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RatePolicy(name, permits, Duration.ofMillis(millis)));
    }

    private void drain(String key) {
        IntStream.range(0, 10)
                .forEach(i -> assertThat(limit.take(key).isGranted()).isTrue());
    }
}
