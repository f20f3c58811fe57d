package dev.standfirst.access;

import dev.standfirst.shared.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Asks the {@link Authenticator} about a key, off the event loop, and tells Quarkus what its role allows. */
@Singleton
final class KeyIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    private final Authenticator authenticator;

    KeyIdentityProvider(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request.getToken().getToken()));
    }

    private SecurityIdentity identify(String secret) {
        try {
            Actor actor = authenticator.authenticate(secret);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(actor.name()))
                    .addPermissionChecker(permission -> Uni.createFrom().item(actor.may(permission.getName())))
                    .addAttribute(CurrentActor.ATTRIBUTE, actor)
                    .build();
        } catch (ProblemException refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }
}
