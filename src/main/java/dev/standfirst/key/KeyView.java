package dev.standfirst.key;

import dev.standfirst.access.Role;
import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as management shows it: everything but its secret. */
public record KeyView(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Who or what uses it", examples = "Newsroom website")
        String name,

        @Schema(description = "What it may do; never changes")
        Role role,

        @Schema(description = "The first characters of its secret, to tell keys apart", examples = "sf_3mVxQ")
        String prefix,

        @Schema(description = "When it was created") Instant createdAt,

        @Schema(description = "When it was last changed; using it is no change")
        Instant updatedAt,

        @Schema(description = "From when on it no longer works; null if never") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was revoked; null if it was not") @Nullable
        Instant revokedAt,

        @Schema(description = "When it was last used, to within a minute; null if never") @Nullable
        Instant lastUsedAt,

        @Schema(description = "Until when the secret before the last rotation works; null if that ended at once")
        @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version)
        implements Versioned {}
