package dev.standfirst.access;

import io.quarkus.oidc.OIDCException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * How long the identity provider is left alone after it could not be asked. Until a token has worked, Quarkus connects anew for each one, of
 * whoever sends it; so none is looked at for a while. Later its keys are known, and what is signed by them works also while it is away.
 */
@Singleton
final class ProviderOutage {
    /** For how long, and what clients are told to wait. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ProviderOutage.class);

    private final Clock clock;
    private volatile boolean reached;
    private volatile Instant until = Instant.MIN;

    ProviderOutage(Clock clock) {
        this.clock = clock;
    }

    /** Takes note that the provider could not be asked, and logs that once in a while. */
    void noticed(OIDCException e) {
        if (!clock.instant().isBefore(until)) {
            until = clock.instant().plus(PAUSE);
            LOG.warnf("The identity provider cannot be asked: %s", e.getMessage());
        }
    }

    /** Takes note that a token of the provider has worked. */
    void reached() {
        reached = true;
    }

    /** Fails as long as there is no use in asking the provider. */
    void requireOver() {
        if (!reached && clock.instant().isBefore(until)) {
            throw new OIDCException("It could not be asked a moment ago");
        }
    }
}
