package dev.standfirst.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Tells a resource who calls it. */
@Singleton
public final class CurrentActor {
    static final String ATTRIBUTE = Actor.class.getName();

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Returns whose key came with the request; refuses with {@link AccessProblem#KEY_REQUIRED} where none did. */
    public Actor get() {
        Actor actor = identity.getAttribute(ATTRIBUTE);
        if (actor == null) {
            throw AccessProblem.KEY_REQUIRED.because("The request has no key.");
        }
        return actor;
    }
}
