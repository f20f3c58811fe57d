package dev.standfirst.shared.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.Function;

/** One policy, with a bucket of permits for each key. It may be used by many threads at once. */
public final class RateLimit {
    /** Some tens of megabytes. Beyond, buckets are forgotten early, and those whose they were begin with full ones. */
    private static final int MAX_KEYS = 100_000;

    private final RatePolicy policy;
    private final Function<String, HashedKey> hash;
    private final TimeMeter time;
    private final Cache<HashedKey, Bucket> buckets;

    RateLimit(RatePolicy policy, Function<String, HashedKey> hash, TimeMeter time) {
        this.policy = policy;
        this.hash = hash;
        this.time = time;
        // A bucket that nobody asks for in the whole window is full again, and so the same as none.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(policy.window())
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Takes a permit from the bucket of the key, if it has one. The key is kept as a hash alone. */
    public RateState take(String key) {
        Bucket bucket = buckets.get(hash.apply(key), any -> full());
        ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(1);
        long remaining = taken.getRemainingTokens();
        long untilNext = bucket.estimateAbilityToConsume(remaining + 1).getNanosToWaitForRefill();
        return new RateState(policy, taken.isConsumed(), remaining, Duration.ofNanos(untilNext));
    }

    void forget() {
        buckets.invalidateAll();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(policy.permits()).refillGreedy(policy.permits(), policy.window()))
                .withCustomTimePrecision(time)
                .build();
    }
}
