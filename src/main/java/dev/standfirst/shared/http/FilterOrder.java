package dev.standfirst.shared.http;

import jakarta.ws.rs.Priorities;

/**
 * The order of what a request passes through, where it matters.
 *
 * <p>The routes of Vert.x come first, the lower number before the higher; Quarkus' own lie between them: authentication at -200, the REST
 * layer above 10,000. In the REST layer, requests meet the lower number first and answers the higher; a filter without a priority has
 * {@link Priorities#USER}. Permissions are checked before any of the request filters, but for {@link OneAddress}, which looks before a
 * method is chosen.
 */
public final class FilterOrder {
    /** Route: puts headers on every answer, and answers preflights. */
    static final int CORS = -2_000;

    /** Route: sees to it that answers which say nothing about caches stay out of them. */
    static final int NO_STORE = -1_900;

    /** Route: refuses what is too large or not well-formed. */
    static final int EARLY_ERRORS = -1_000;

    /** Route: turns the failures that nobody else answered into problems. */
    static final int UNANSWERED_FAILURES = 30_000;

    /** Request filter: refuses bad query parameters. */
    static final int QUERY_PARAMETERS = Priorities.ENTITY_CODER;

    /** Response filter: writes the representation and its validators, after all others have added their headers. */
    static final int REPRESENTATION = Priorities.AUTHENTICATION;

    /** Response filter: tells of rates, once it is known whether caches keep the answer. */
    public static final int RATES = REPRESENTATION - 100;

    private FilterOrder() {}
}
