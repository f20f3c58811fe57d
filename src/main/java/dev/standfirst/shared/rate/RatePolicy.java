package dev.standfirst.shared.rate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * How often something may be done: so many at once, and as many in each window, evenly spread.
 *
 * @param name what headers call it: lower-case words joined by hyphens; one answer tells of each name once
 * @param permits at least 1
 * @param window whole seconds, at least 1
 */
public record RatePolicy(String name, int permits, Duration window) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public RatePolicy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A rate needs a name of lower-case words, not ‘" + name + "’");
        }
        if (permits < 1) {
            throw new IllegalArgumentException("The rate " + name + " must allow at least 1, not " + permits);
        }
        if (window.toSeconds() < 1 || !window.equals(window.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "The window of the rate " + name + " must be whole seconds, not " + window);
        }
    }

    /** An item of {@code RateLimit-Policy}. */
    String item() {
        return "\"%s\";q=%d;w=%d".formatted(name, permits, window.toSeconds());
    }
}
