package dev.standfirst.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a path leads. */
@Schema(description = "Where a path leads")
public record ResolvedPath(
        @Schema(
                description = "The path that was asked about, in the form in which paths are compared",
                examples = "/2019/05/old-title")
        String path,

        @Schema(description = "Where it leads") DeliveredTarget target) {}
