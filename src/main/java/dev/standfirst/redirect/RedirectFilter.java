package dev.standfirst.redirect;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which redirects are wanted. */
public record RedirectFilter(
        @Parameter(description = "Only redirects from paths, or from old slugs of articles, tags or authors")
        @RestQuery
        @Nullable
        RedirectKind kind) {}
