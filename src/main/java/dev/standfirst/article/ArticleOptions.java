package dev.standfirst.article;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a draft is taken. */
public record ArticleOptions(
        @Parameter(description = "Whether tags that are not known are created; the key's role must allow it")
        @DefaultValue("true")
        @RestQuery
        Boolean createTags) {

    /** How a new draft is taken. */
    public record OnCreate(
            @Parameter(
                    description =
                            "Whether an article of the same externalRef is updated instead; without it, that is a 409")
            @DefaultValue("false")
            @RestQuery
            Boolean upsert,

            @Parameter(description = "Whether tags that are not known are created; the key's role must allow it")
            @DefaultValue("true")
            @RestQuery
            Boolean createTags) {}
}
