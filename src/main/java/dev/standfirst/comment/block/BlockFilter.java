package dev.standfirst.comment.block;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which blocks are wanted. */
public record BlockFilter(
        @Parameter(description = "Only blocks that are compared with this") @RestQuery @Nullable
        BlockKind kind) {}
