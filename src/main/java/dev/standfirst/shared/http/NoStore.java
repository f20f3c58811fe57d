package dev.standfirst.shared.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps out of every cache what is not {@link PubliclyCached}: whatever management answers, and answers that say nothing else. */
@Singleton
final class NoStore {
    private static final String TOOLS = "/docs"; // the documentation's pages, which bring their own lifetimes

    void register(@Observes Router router) {
        router.route().order(FilterOrder.NO_STORE).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        boolean management = Management.isAddressedBy(context.request());
        context.addHeadersEndHandler(ignored -> {
            var headers = context.response().headers();
            if (management || (!headers.contains(HttpHeaders.CACHE_CONTROL) && !isPageOfTools(context))) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
        context.next();
    }

    private static boolean isPageOfTools(RoutingContext context) {
        return context.response().getStatusCode() < 400
                && context.normalizedPath().startsWith(TOOLS);
    }
}
