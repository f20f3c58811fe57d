package dev.standfirst.delivery;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the stories of a collection have besides. */
public record CollectionInclusion(
        @Parameter(
                description = "What the stories have besides, comma-separated: authors, tags, custom, commentCount",
                example = "authors,tags")
        @Pattern(
                regexp = "(authors|tags|custom|commentCount)(,(authors|tags|custom|commentCount)){0,3}",
                message = "must be authors, tags, custom, commentCount or some of them, separated by commas")
        @RestQuery
        @Nullable
        String include) {}
