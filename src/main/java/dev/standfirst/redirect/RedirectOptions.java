package dev.standfirst.redirect;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a draft is taken. */
public record RedirectOptions(
        @Parameter(description = "Whether a redirect from the same path is updated instead; without it, that is a 409")
        @DefaultValue("false")
        @RestQuery
        Boolean upsert) {}
