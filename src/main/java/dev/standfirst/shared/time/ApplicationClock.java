package dev.standfirst.shared.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Produces the application's clock. It ticks in microseconds, as PostgreSQL stores them, so that a moment reads back as it was written;
 * and queries take their "now" from it rather than from the database, so that a test can set it.
 */
final class ApplicationClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
