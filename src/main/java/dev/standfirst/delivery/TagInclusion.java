package dev.standfirst.delivery;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a tag has besides. */
public record TagInclusion(
        @Parameter(description = "What the tag has besides: counts, for articleCount")
        @Pattern(regexp = "counts", message = "must be counts")
        @RestQuery
        @Nullable
        String include) {

    boolean counts() {
        return include != null;
    }
}
