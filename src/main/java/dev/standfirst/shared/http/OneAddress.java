package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.RequestProblem;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds nothing at an address that ends in a slash. The REST layer would answer as without it: under two addresses, of which a cache purges
 * one, and with cursors and locations that only the second understands.
 */
public final class OneAddress {

    @ServerRequestFilter(preMatching = true)
    void check(UriInfo uri) {
        String path = uri.getPath();
        if (path.length() > 1 && path.endsWith("/")) {
            throw RequestProblem.NOT_FOUND.because("There is nothing at an address that ends in a slash.");
        }
    }
}
