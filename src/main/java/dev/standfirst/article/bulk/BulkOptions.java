package dev.standfirst.article.bulk;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a change of many articles is taken. */
public record BulkOptions(
        @Parameter(
                description =
                        "Whether it is only tried: everything is done as it would be, counted, and nothing of it kept")
        @DefaultValue("false")
        @RestQuery
        Boolean dryRun,

        @Parameter(description = "Whether tags that are not known are created; the key's role must allow it")
        @DefaultValue("true")
        @RestQuery
        Boolean createTags) {}
