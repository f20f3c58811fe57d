package dev.standfirst.key;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a secret is replaced. */
public record Rotation(
        @Schema(
                description =
                        "For how many seconds the secret so far goes on, at most a week; without it, it ends at once",
                examples = "3600")
        @Min(0)
        @Max(604_800)
        @Nullable
        Integer graceSeconds) {

    Duration grace() {
        return Duration.ofSeconds(graceSeconds == null ? 0 : graceSeconds);
    }
}
