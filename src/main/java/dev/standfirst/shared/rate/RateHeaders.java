package dev.standfirst.shared.rate;

import static java.util.stream.Collectors.joining;

import dev.standfirst.shared.http.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;

/**
 * Tells in each answer what its request took from limits: {@code RateLimit-Policy} and {@code RateLimit}, lists of RFC 9651. An answer that
 * caches may keep tells nothing, for it would tell it to others.
 */
@Provider
@Priority(FilterOrder.RATES)
public class RateHeaders implements ContainerResponseFilter {
    private final Rates rates;

    RateHeaders(Rates rates) {
        this.rates = rates;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Collection<RateState> states = rates.states();
        String caches = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        if (states.isEmpty() || (caches != null && caches.contains("public"))) {
            return;
        }
        response.getHeaders()
                .putSingle(
                        "RateLimit-Policy",
                        states.stream().map(state -> state.policy().item()).collect(joining(", ")));
        response.getHeaders()
                .putSingle("RateLimit", states.stream().map(RateState::item).collect(joining(", ")));
    }
}
