package dev.standfirst.delivery;

import dev.standfirst.redirect.PathRule;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which path is asked about. */
public record PathQuery(
        @Parameter(
                description =
                        "A path of the site that begins with one slash, with its query if it has one, itself percent-encoded once more as any value of a query",
                example = "/2019/05/old-title/",
                required = true)
        @NotNull
        @Size(min = 1, max = 2000)
        @PathRule
        @RestQuery
        String path) {}
