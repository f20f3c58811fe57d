package dev.standfirst.key;

import dev.standfirst.access.AccessProblem;
import dev.standfirst.access.Actor;
import dev.standfirst.access.Authenticator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Knows a key by its secret. Each request looks it up anew, by one index: a copy in memory would let a revoked key in for a while.
 */
@Singleton
final class KeyAuthenticator implements Authenticator {
    private static final Logger LOG = Logger.getLogger(KeyAuthenticator.class);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Keys keys;
    private final KeyService service;
    private final Clock clock;

    KeyAuthenticator(Keys keys, KeyService service, Clock clock) {
        this.keys = keys;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Actor authenticate(String text) {
        Secret secret = Secret.of(text)
                .orElseThrow(() -> AccessProblem.KEY_INVALID.because("The key is mistyped or not whole."));
        if (DevelopmentKey.is(secret)) {
            return DevelopmentKey.HOLDER;
        }
        HeldKey key = keys.held(secret).orElseThrow(() -> AccessProblem.KEY_INVALID.because("There is no such key."));
        Instant now = clock.instant();
        Actor actor = key.actorAt(now);
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(NOTED_EVERY))) {
            noteUse(key, now);
        }
        return actor;
    }

    private void noteUse(HeldKey key, Instant now) {
        try {
            service.noteUse(key.id(), now);
        } catch (RuntimeException e) {
            LOG.warnf("The use of the key %s could not be noted: %s", key.id(), e.getMessage());
        }
    }
}
