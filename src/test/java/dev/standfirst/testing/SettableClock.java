package dev.standfirst.testing;

import dev.standfirst.shared.time.ApplicationClock;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's clock in tests: it runs until it is stopped, and can be set. */
@Mock
@Singleton
public class SettableClock extends Clock {
    private static final Clock RUNNING = ApplicationClock.microseconds();

    private volatile Clock clock = RUNNING;

    /** Lets it show the true time, and run. */
    public void reset() {
        clock = RUNNING;
    }

    /** Stops it at a moment. */
    public void stopAt(Instant moment) {
        clock = Clock.fixed(moment, ZoneOffset.UTC);
    }

    /** Puts it forward; a stopped one stays stopped. */
    public void advance(Duration duration) {
        clock = Clock.offset(clock, duration);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The application speaks UTC");
    }
}
