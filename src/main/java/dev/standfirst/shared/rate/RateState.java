package dev.standfirst.shared.rate;

import java.time.Duration;

/**
 * What became of a wish for a permit.
 *
 * @param isGranted whether it was given
 * @param remaining how many more could be had at once
 * @param resetAfter when there is one more than that
 */
public record RateState(RatePolicy policy, boolean isGranted, long remaining, Duration resetAfter) {

    /** Whole seconds, rounded up: whoever waits so long has waited long enough. */
    long resetSeconds() {
        return resetAfter.plusSeconds(1).minusNanos(1).toSeconds();
    }

    /** An item of {@code RateLimit}. */
    String item() {
        return "\"%s\";r=%d;t=%d".formatted(policy.name(), remaining, resetSeconds());
    }
}
