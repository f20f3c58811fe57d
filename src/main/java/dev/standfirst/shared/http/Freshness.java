package dev.standfirst.shared.http;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resource knows of how long its answer holds. */
@RequestScoped
public class Freshness {
    private @Nullable Instant until;
    private @Nullable Instant lastModified;

    /** Lets no cache keep the answer past the moment at which time alone will change it; null where there is none. Of several the next counts. */
    public void until(@Nullable Instant nextMoment) {
        if (nextMoment != null && (until == null || nextMoment.isBefore(until))) {
            until = nextMoment;
        }
    }

    /** Tells when the one thing that is shown changed last. */
    public void lastModified(Instant moment) {
        lastModified = moment;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }
}
