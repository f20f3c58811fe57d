package dev.standfirst.comment.person;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How an erasure is taken. */
public record ErasureOptions(
        @Parameter(description = "Whether it is only counted what would be erased") @DefaultValue("false") @RestQuery
        Boolean dryRun) {}
