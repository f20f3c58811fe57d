package dev.standfirst.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key of a request from {@code Authorization: Bearer} (RFC 6750, section 2.1), and from nowhere else. Where OpenID Connect is on,
 * it leaves to that what has the form of a JWT (RFC 7519, section 3): no key has points in it.
 *
 * <p>It is asked only where a permission is needed ({@code quarkus.http.auth.proactive=false}), so that a bad key on a public address
 * changes nothing.
 */
@Singleton
final class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final boolean takesTokens;
    private final ProviderOutage outage;

    BearerMechanism(@ConfigProperty(name = OidcSwitch.IS_ON) boolean takesTokens, ProviderOutage outage) {
        this.takesTokens = takesTokens;
        this.outage = outage;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String secret = secret(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (secret == null) {
            return Uni.createFrom().nullItem();
        }
        if (takesTokens && JWT.matcher(secret).matches()) {
            outage.requireOver();
            return Uni.createFrom().nullItem();
        }
        return providers.authenticate(new KeyAuthenticationRequest(secret));
    }

    private static @Nullable String secret(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, AccessProblem.KEY_REQUIRED.challenge()));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyAuthenticationRequest.class);
    }

    /** Before OpenID Connect, which would take whatever is a bearer's for a token of its own. */
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }
}
