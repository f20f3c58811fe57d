package dev.standfirst.delivery;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an article has besides. */
public record ArticleInclusion(
        @Parameter(
                description =
                        "What the article has besides: commentCount, how many comments are shown; each reply changes that, so ask for it only where it is shown")
        @Pattern(regexp = "commentCount", message = "must be commentCount")
        @RestQuery
        @Nullable
        String include) {

    boolean hasCommentCount() {
        return include != null;
    }
}
