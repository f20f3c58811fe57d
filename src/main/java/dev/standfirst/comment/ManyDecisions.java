package dev.standfirst.comment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One decision on many comments. */
@Schema(description = "One decision on many comments")
public record ManyDecisions(
        @Schema(description = "What is decided on each") @NotNull
        Decision decision,

        @Schema(
                description =
                        "The comments, by id; where the query has a filter, those of them that it keeps. Without ids, all that the filter keeps; without either, the request is refused (no-comments-selected)")
        @Size(min = 1, max = 1000)
        @Nullable
        List<UUID> ids) {}
