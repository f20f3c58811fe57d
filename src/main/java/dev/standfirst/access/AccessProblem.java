package dev.standfirst.access;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Collectors;

/** Why a caller is turned away. */
public enum AccessProblem implements ProblemType {
    KEY_REQUIRED(
            401,
            "A key is required",
            "This address is not public: send a key, as in ‘Authorization: Bearer sf_…’, or a token of the site's identity provider where there is one."),
    KEY_INVALID(
            401,
            "The key is not valid",
            "The server has no such key. It may be mistyped or cut short, replaced by a newer one, or belong to another server."),
    KEY_REVOKED(401, "The key is revoked", "The key was valid once; an administrator has ended it. Ask for a new one."),
    KEY_EXPIRED(401, "The key has expired", "The key was valid until its expiry. Ask for a new one."),
    TOKEN_INVALID(
            401,
            "The token is not valid",
            "The token is not one that the site's identity provider has signed for this server and that is in force now. Get a new one there."),
    FORBIDDEN(
            403,
            "The role is too small",
            "The caller is known, but the role does not allow this; the detail names the role, and those that do."),
    NO_ROLE(
            403,
            "No role",
            "The token is valid, but none of its groups has a role here. Whoever runs the server gives roles to groups; whoever runs the identity provider puts people into them."),
    IDENTITY_PROVIDER_DOWN(
            503,
            "The identity provider cannot be asked",
            "The token cannot be checked, for the site's identity provider does not give its keys. Keys of this server work on; try again after the seconds in Retry-After.");

    private final Kind kind;

    AccessProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    /** Refuses an actor who does not have a permission. */
    public static ProblemException forbidden(Actor actor, String permission) {
        String roles = Role.having(permission).stream().map(Role::toString).collect(Collectors.joining(", "));
        return FORBIDDEN.because("The role %s does not have the permission %s; these do: %s."
                .formatted(actor.role(), permission, roles));
    }

    /** Makes the exception that turns the caller away. A 401 carries its challenge (RFC 6750, section 3). */
    @Override
    public ProblemException because(String detail) {
        ProblemException refusal = ProblemType.super.because(detail);
        return status() == 401 ? refusal.withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge()) : refusal;
    }

    /** The error code is left out where no key was sent, as RFC 6750 wants it. */
    String challenge() {
        return this == KEY_REQUIRED
                ? "Bearer realm=\"standfirst\""
                : "Bearer realm=\"standfirst\", error=\"invalid_token\"";
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
