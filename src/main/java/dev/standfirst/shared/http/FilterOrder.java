package dev.standfirst.shared.http;

import jakarta.ws.rs.Priorities;

/**
 * The order of the filters that care about it. Requests meet the lower number first, answers the higher; a filter without a priority has
 * {@link Priorities#USER}. Authentication and permissions come before all of them: Quarkus checks those at the matched method.
 */
public final class FilterOrder {
    /** Refuses bad query parameters. */
    public static final int QUERY_PARAMETERS = Priorities.ENTITY_CODER;

    private FilterOrder() {}
}
