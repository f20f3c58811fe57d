package dev.standfirst.shared.job;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tries what may fail, thing by thing: one that fails holds up no other, and is left alone for a minute. */
public final class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Cache<UUID, Boolean> failed;

    /** Knows of no failure yet. */
    public Attempts(Clock clock) {
        failed = Caffeine.newBuilder()
                .expireAfterWrite(REST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Does what is to be done with a thing, unless that failed within the last minute.
     *
     * @param what what is done, for the log if it fails, as in “The publishing of the article”
     */
    public void at(UUID thing, String what, Runnable work) {
        if (failed.getIfPresent(thing) != null) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            failed.put(thing, true);
            LOG.errorf(e, "%s %s failed; it is tried again in %s", what, thing, REST);
        }
    }
}
