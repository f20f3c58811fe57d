package dev.standfirst.comment;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a decision on many comments is taken. */
public record DecisionOptions(
        @Parameter(description = "Whether it is only counted how many comments it would change")
        @DefaultValue("false")
        @RestQuery
        Boolean dryRun) {}
