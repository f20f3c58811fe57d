package dev.standfirst.key;

import dev.standfirst.access.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as it is stored. */
@Entity
class ApiKey {
    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    String prefix;
    byte[] secretHash;
    byte @Nullable [] previousSecretHash;

    @Nullable
    Instant previousUntil;

    byte @Nullable [] settingHash;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant revokedAt;

    Instant createdAt;
    Instant updatedAt;

    @Nullable
    Instant lastUsedAt;

    long version;

    /** Says whether the key opens anything at a moment. */
    boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Takes a new secret; the one before goes on for the grace. */
    void rotate(Secret next, Instant now, Duration grace) {
        previousSecretHash = grace.isZero() ? null : secretHash;
        previousUntil = grace.isZero() ? null : now.plus(grace);
        take(next);
    }

    /** Takes a secret, and leaves the one before without any use. */
    void take(Secret secret) {
        prefix = secret.prefix();
        secretHash = secret.hash();
    }

    void changedAt(Instant now) {
        updatedAt = now;
        version++;
    }

    KeyChanges changeable() {
        return new KeyChanges(name, expiresAt);
    }

    KeyView view() {
        return new KeyView(
                id, name, role, prefix, createdAt, updatedAt, expiresAt, revokedAt, lastUsedAt, previousUntil, version);
    }
}
