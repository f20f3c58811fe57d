package dev.standfirst.article.preview;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a preview shows, and for how long. */
public record PreviewOptions(
        @Parameter(description = "The revision to show; without it, what the desk is shown now")
        @Min(1)
        @RestQuery
        @Nullable
        Integer revision,

        @Parameter(
                description = "For how long, as an ISO 8601 duration: at most 30 days",
                schema = @Schema(format = "duration", examples = "P2D"))
        @Size(max = 40)
        @DefaultValue("PT1H")
        @RestQuery
        String expiresIn,

        @Parameter(description = "What it is for") @Size(max = 300) @RestQuery @Nullable
        String note) {}
