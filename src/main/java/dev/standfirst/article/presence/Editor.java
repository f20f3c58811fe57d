package dev.standfirst.article.presence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who has a story open for editing. */
public record Editor(
        @Schema(description = "Who it is, as the change log has it")
        UUID id,

        @Schema(description = "The name", examples = "Night desk")
        String name,

        @Schema(description = "Since when") Instant since,

        @Schema(description = "When that was last said") Instant at) {}
