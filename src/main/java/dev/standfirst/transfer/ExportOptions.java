package dev.standfirst.transfer;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an export is to have. */
public record ExportOptions(
        @Parameter(
                description =
                        "The header Standfirst-Change of an earlier export: only what was changed since then. What is gone since then is a line of type gone. A token from before a restoration is refused (resync-required)")
        @RestQuery
        @Size(max = 60)
        @Nullable
        String since) {}
