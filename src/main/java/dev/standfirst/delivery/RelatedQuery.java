package dev.standfirst.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How much is wanted beside an article. */
public record RelatedQuery(
        @Parameter(
                description = "The most items; a young site, or one with few articles in the language, may have fewer")
        @Min(1)
        @Max(20)
        @DefaultValue("6")
        @RestQuery
        Integer limit,

        @Parameter(description = "What each article has besides, comma-separated: authors, tags, custom")
        @Pattern(
                regexp = "(authors|tags|custom)(,(authors|tags|custom)){0,2}",
                message = "must be authors, tags, custom or some of them, separated by commas")
        @RestQuery
        @Nullable
        String include) {}
