package dev.standfirst.schedule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of the schedule. */
public record ScheduleQuery(
        @Parameter(description = "Only what happens at or after this moment; without it, from now on")
        @RestQuery
        @Nullable
        Instant from,

        @Parameter(description = "Only what happens before this moment") @RestQuery @Nullable
        Instant to) {}
