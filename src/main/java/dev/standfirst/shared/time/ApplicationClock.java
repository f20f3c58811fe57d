package dev.standfirst.shared.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Produces the application's clock. It ticks in microseconds, as PostgreSQL stores them, so that a moment reads back as it was written;
 * and queries take their "now" from it rather than from the database, so that a test can set it.
 */
public final class ApplicationClock {

    @Produces
    @Singleton
    Clock clock() {
        return microseconds();
    }

    /** The system's time in UTC, in microseconds. {@link Clock#tick} cannot: of ticks below a millisecond it tells no milliseconds. */
    public static Clock microseconds() {
        Clock system = Clock.systemUTC();
        InstantSource ticks = () -> system.instant().truncatedTo(ChronoUnit.MICROS);
        return ticks.withZone(ZoneOffset.UTC);
    }
}
