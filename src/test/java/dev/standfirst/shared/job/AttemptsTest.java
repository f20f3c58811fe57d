package dev.standfirst.shared.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.shared.time.ApplicationClock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    @Test
    void what_fails_holds_up_no_other_and_is_left_alone_for_a_while() {
        Attempts attempts = new Attempts(ApplicationClock.microseconds());
        UUID broken = UUID.randomUUID();
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();

        for (int round = 0; round < 3; round++) {
            attempts.at(broken, "The work on", () -> {
                tries.incrementAndGet();
                throw new IllegalStateException("broken");
            });
            attempts.at(UUID.randomUUID(), "The work on", others::incrementAndGet);
        }

        assertThat(tries).hasValue(1);
        assertThat(others).hasValue(3);
    }
}
