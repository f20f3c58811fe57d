package dev.standfirst.key;

import dev.standfirst.access.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an administrator writes of a new key. */
public record KeyDraft(
        @Schema(description = "Who or what shall use it", examples = "Newsroom website") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "What it may do") @NotNull Role role,

        @Schema(description = "From when on it no longer works; never, if left out") @Nullable
        Instant expiresAt) {}
