package dev.standfirst.redirect;

import dev.standfirst.shared.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A redirect as management shows it. */
public record RedirectView(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "What it leads from: a path, or the old slug of an article, a tag or an author")
        RedirectKind kind,

        @Schema(
                description =
                        "The path as it is compared, without a slash at the end; or the old slug, or the id of a tag that was merged",
                examples = "/2019/05/old-title")
        String source,

        @Schema(description = "Where it leads") RedirectTarget target,

        @Schema(description = "When it was created") Instant createdAt,

        @Schema(description = "When it was last changed") Instant updatedAt,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version)
        implements Versioned {}
