package dev.standfirst.shared.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says which web pages may read the answers (the CORS protocol of the Fetch standard): those of delivery any page, without credentials;
 * those of management only pages of the origins in {@code standfirst.management.allowed-origins}.
 *
 * <p>Quarkus' own filter is not used: it echoes {@code Origin} without {@code Vary}, on every path alike. The headers are set before
 * anything else sees the request, so that errors carry them too.
 */
@Singleton
final class Cors {
    private static final String EXPOSED =
            "ETag, Idempotency-Replayed, Link, Location, Retry-After, RateLimit, RateLimit-Policy";
    private static final String METHODS_OF_DELIVERY =
            "GET, HEAD, POST, PATCH, DELETE"; // readers change and delete their own comments
    private static final String METHODS_OF_MANAGEMENT = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Modified-Since";
    private static final String TWO_HOURS = "7200"; // what Chromium keeps a preflight at most

    private final List<String> managementOrigins;

    Cors(@ConfigProperty(name = "standfirst.management.allowed-origins") Optional<List<String>> managementOrigins) {
        this.managementOrigins = managementOrigins.orElse(List.of());
    }

    void register(@Observes Router router) {
        router.route().order(FilterOrder.CORS).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean mayRead = expose(request);
        if (HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            if (mayRead) {
                request.response()
                        .putHeader(
                                HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                                Management.isAddressedBy(request) ? METHODS_OF_MANAGEMENT : METHODS_OF_DELIVERY)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TWO_HOURS);
            }
            request.response().setStatusCode(204).end();
        } else {
            context.next();
        }
    }

    /** Puts the headers on the answer that let a page read it, and says whether the page that asks may. */
    boolean expose(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        if (!Management.isAddressedBy(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            return true;
        }
        headers.set(HttpHeaders.VARY, "Origin");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !managementOrigins.contains(origin)) {
            return false;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        return true;
    }
}
