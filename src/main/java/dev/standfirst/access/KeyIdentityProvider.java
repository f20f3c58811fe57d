package dev.standfirst.access;

import dev.standfirst.shared.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Asks the {@link Authenticator} about a key, off the event loop. */
@Singleton
final class KeyIdentityProvider implements IdentityProvider<KeyAuthenticationRequest> {
    private final Authenticator authenticator;

    KeyIdentityProvider(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public Class<KeyAuthenticationRequest> getRequestType() {
        return KeyAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request.secret()));
    }

    private SecurityIdentity identify(String secret) {
        try {
            return CurrentActor.identity(authenticator.authenticate(secret));
        } catch (ProblemException refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }
}
