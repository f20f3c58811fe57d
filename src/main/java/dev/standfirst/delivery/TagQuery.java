package dev.standfirst.delivery;

import dev.standfirst.shared.page.Order;
import dev.standfirst.tag.TagKind;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which tags are wanted, and in what order. */
public record TagQuery(
        @Parameter(description = "Only tags of this kind") @RestQuery @Nullable
        TagKind kind,

        @Parameter(description = "What each item has besides: counts, for articleCount")
        @Pattern(regexp = "counts", message = "must be counts")
        @RestQuery
        @Nullable
        String include,

        @Parameter(description = "The order: name, or -name to begin at the other end; equal ones by id")
        @Pattern(regexp = "-?name", message = "must be name or -name")
        @DefaultValue("name")
        @RestQuery
        String sort) {

    private static final Map<String, Order> ORDERS =
            Map.of("name", Order.ascending("tag.name", "tag.id", Order.Kind.TEXT));

    boolean counts() {
        return include != null;
    }

    Order order() {
        return Order.by(sort, ORDERS);
    }
}
