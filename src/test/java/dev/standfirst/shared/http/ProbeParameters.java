package dev.standfirst.shared.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A parameter of every type that a query may have. */
public record ProbeParameters(
        @Parameter(description = "The most items on a page") @Min(1) @Max(100) @DefaultValue("20") @RestQuery
        Integer limit,

        @Size(min = 1, max = 10) @RestQuery @Nullable String tag,

        @RestQuery @Nullable Boolean featured,

        @RestQuery("publishedAt.gte") @Nullable Instant publishedAtGte,

        @DefaultValue("by-name") @RestQuery Order order,

        @RestQuery @Nullable UUID thing,

        @Parameter(hidden = true) @Context UriInfo uri) {

    /** In lower case with hyphens outside. */
    public enum Order {
        BY_NAME,
        BY_TIME
    }
}
