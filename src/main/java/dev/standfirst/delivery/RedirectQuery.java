package dev.standfirst.delivery;

import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.page.Order;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which redirects are wanted. */
public record RedirectQuery(
        @Parameter(description = "Only redirects from paths, or from old slugs of articles, tags or authors")
        @RestQuery
        @Nullable
        RedirectKind kind) {

    static final Order OLDEST_FIRST = Order.ascending("redirect.created_at", "redirect.id", Order.Kind.TIME);
}
