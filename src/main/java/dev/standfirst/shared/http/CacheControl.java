package dev.standfirst.shared.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes {@code Cache-Control} so that no cache keeps an answer past the moment at which time alone will change it. */
@ApplicationScoped // and so made when it is first used: filters are made before the settings can be read
class CacheControl {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final CacheSettings settings;
    private final Clock clock;

    CacheControl(CacheSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For a representation. Being stale while it is revalidated must end in time as well, so it only gets what is left. */
    String ofRepresentation(Optional<Instant> until) {
        long left = secondsTo(until);
        long maxAge = Math.min(settings.maxAge().toSeconds(), left);
        long sharedMaxAge = Math.min(settings.sharedMaxAge().toSeconds(), left);
        long stale = Math.min(settings.staleWhileRevalidate().toSeconds(), left - Math.max(maxAge, sharedMaxAge));
        return lifetimes(maxAge, sharedMaxAge) + (stale > 0 ? ", stale-while-revalidate=" + stale : "");
    }

    /** For the news that there is none, or that it is elsewhere. */
    String ofMissing(Optional<Instant> until) {
        long seconds = Math.min(settings.missing().toSeconds(), secondsTo(until));
        return lifetimes(seconds, seconds);
    }

    private long secondsTo(Optional<Instant> until) {
        return until.map(moment ->
                        Math.max(0, Duration.between(clock.instant(), moment).toSeconds()))
                .orElse(FOR_EVER);
    }

    private static String lifetimes(long maxAge, long sharedMaxAge) {
        return "public, max-age=" + maxAge + ", s-maxage=" + sharedMaxAge;
    }
}
