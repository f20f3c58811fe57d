package dev.standfirst.key;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a key. Its role cannot: who holds the key was trusted with that role and no other. */
@Schema(description = "What can be changed of a key")
public record KeyChanges(
        @Schema(description = "Who or what uses it", examples = "Newsroom website") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "From when on it no longer works; null if never") @Nullable
        Instant expiresAt) {}
