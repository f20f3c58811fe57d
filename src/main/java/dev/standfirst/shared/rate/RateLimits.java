package dev.standfirst.shared.rate;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes limits, all of which go by the application's clock. */
@Singleton
public final class RateLimits {
    private final HashedKey.Hash hash = new HashedKey.Hash();
    private final TimeMeter time;
    private final List<RateLimit> made = new CopyOnWriteArrayList<>();

    RateLimits(Clock clock) {
        this.time = new ByClock(clock);
    }

    /** Makes a limit. It counts for itself: whoever counts the same thing in two places keeps one, and shares it. */
    public RateLimit of(RatePolicy policy) {
        RateLimit limit = new RateLimit(policy, hash::of, time);
        made.add(limit);
        return limit;
    }

    /** Forgets whatever was taken, so that all buckets are full. */
    public void forget() {
        made.forEach(RateLimit::forget);
    }

    private record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
