package dev.standfirst.change;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which changes are wanted. */
public record ChangeFilter(
        @Parameter(description = "Only changes of things of this type", example = "article")
        @Pattern(regexp = "[a-z]{1,30}")
        @RestQuery
        @Nullable
        String type,

        @Parameter(description = "Only changes of this thing") @RestQuery @Nullable
        UUID thing,

        @Parameter(description = "Only changes by this key") @RestQuery @Nullable
        UUID actor,

        @Parameter(description = "Only changes of this kind", example = "article.publish")
        @Pattern(regexp = "[a-z]{1,30}\\.[a-z-]{1,30}")
        @RestQuery
        @Nullable
        String action,

        @Parameter(description = "Only changes at or after this moment") @RestQuery("at.gte") @Nullable
        Instant atGte,

        @Parameter(description = "Only changes before this moment") @RestQuery("at.lt") @Nullable
        Instant atLt) {}
