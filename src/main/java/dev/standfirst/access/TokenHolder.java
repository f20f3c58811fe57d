package dev.standfirst.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes an {@link Actor} of whoever has a token that OpenID Connect found to be signed by the provider, for this server, and in force.
 *
 * <p>The actor's id is a name-based UUID of issuer and subject, which together name a person for good (OpenID Connect Core 1.0, section
 * 5.7); nothing of people is stored but that and their name beside what they changed.
 */
@Singleton
final class TokenHolder implements SecurityIdentityAugmentor {
    /** By how much the provider's clock may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final int MAX_NAME = 100;

    private final OidcSettings settings;
    private final ProviderOutage outage;
    private final Clock clock;

    TokenHolder(OidcSettings settings, ProviderOutage outage, Clock clock) {
        this.settings = settings;
        this.outage = outage;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getCredential(AccessTokenCredential.class) != null
                        && identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(CurrentActor.identity(actor(token, identity.getRoles())))
                : Uni.createFrom().item(identity);
    }

    private Actor actor(JsonWebToken token, Set<String> groups) {
        outage.reached();
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw refused(AccessProblem.TOKEN_INVALID, "The token does not say whose it is: it has no ‘sub’.");
        }
        Instant issuedAt = Instant.ofEpochSecond(token.getIssuedAtTime());
        if (issuedAt.isAfter(clock.instant().plus(SKEW))) {
            throw refused(
                    AccessProblem.TOKEN_INVALID, "The token is of the future: it says to be of " + issuedAt + ".");
        }
        return new Actor(id(token.getIssuer(), subject), name(token, subject), role(groups));
    }

    private static UUID id(String issuer, String subject) {
        return UUID.nameUUIDFromBytes((issuer + " " + subject).getBytes(StandardCharsets.UTF_8));
    }

    /** Never an e-mail address: what an actor is called stands in the history of stories, and in logs. */
    private static String name(JsonWebToken token, String subject) {
        return Stream.of("name", "preferred_username")
                .map(claim -> token.<Object>getClaim(claim))
                .filter(String.class::isInstance)
                .map(name -> ((String) name).strip())
                .filter(name -> !name.isEmpty() && !name.contains("@"))
                .findFirst()
                .or(() -> Stream.of(subject).filter(name -> !name.contains("@")).findFirst())
                .map(name -> name.codePointCount(0, name.length()) > MAX_NAME
                        ? name.substring(0, name.offsetByCodePoints(0, MAX_NAME))
                        : name)
                .orElseGet(() -> id(token.getIssuer(), subject).toString());
    }

    private Role role(Set<String> groups) {
        return settings.roles().entrySet().stream()
                .filter(entry -> !Collections.disjoint(entry.getValue(), groups))
                .map(Map.Entry::getKey)
                .max(Comparator.<Role>comparingInt(role -> role.permissions().size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow(() -> refused(
                        AccessProblem.NO_ROLE,
                        groups.isEmpty() ? "The token names no group." : "No group of the token has a role here."));
    }

    private static AuthenticationFailedException refused(AccessProblem problem, String detail) {
        return new AuthenticationFailedException(problem.because(detail));
    }
}
