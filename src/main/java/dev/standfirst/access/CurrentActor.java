package dev.standfirst.access;

import dev.standfirst.shared.http.Management;
import dev.standfirst.shared.idempotency.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Tells a resource who calls it, and whose its idempotency keys are. */
@Singleton
public final class CurrentActor implements Caller {
    private static final String ATTRIBUTE = Actor.class.getName();

    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    CurrentActor(SecurityIdentity identity, HttpServerRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** Tells Quarkus who calls, and what the role allows. */
    static SecurityIdentity identity(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.name()))
                .addPermissionChecker(permission -> Uni.createFrom().item(actor.may(permission.getName())))
                .addAttribute(ATTRIBUTE, actor)
                .build();
    }

    /** Returns whose key or token came with the request; refuses with {@link AccessProblem#KEY_REQUIRED} where none did. */
    public Actor get() {
        Actor actor = identity.getAttribute(ATTRIBUTE);
        if (actor == null) {
            throw AccessProblem.KEY_REQUIRED.because("The request has no key.");
        }
        return actor;
    }

    @Override
    public boolean isKnown() {
        return !name().equals(Actor.anybody().name());
    }

    /** The id of the actor. At a public address all share a name: nobody is asked there whose a key or token is. */
    @Override
    public String name() {
        return Management.isAddressedBy(request)
                ? get().id().toString()
                : Actor.anybody().name();
    }
}
