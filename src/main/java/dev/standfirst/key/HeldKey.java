package dev.standfirst.key;

import dev.standfirst.access.AccessProblem;
import dev.standfirst.access.Actor;
import dev.standfirst.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of somebody who has shown its secret.
 *
 * @param secretUntil until when that secret works, where a rotation has replaced it
 */
record HeldKey(
        UUID id,
        String name,
        Role role,
        @Nullable Instant secretUntil,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** Refuses what no longer works, and says why: whoever knows the secret may know that. */
    Actor actorAt(Instant now) {
        if (revokedAt != null) {
            throw AccessProblem.KEY_REVOKED.because("The key was revoked at " + revokedAt + ".");
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw AccessProblem.KEY_EXPIRED.because("The key expired at " + expiresAt + ".");
        }
        if (secretUntil != null && !secretUntil.isAfter(now)) {
            throw AccessProblem.KEY_INVALID.because(
                    "The key has a newer secret; this one worked until " + secretUntil + ".");
        }
        return new Actor(id, name, role);
    }
}
