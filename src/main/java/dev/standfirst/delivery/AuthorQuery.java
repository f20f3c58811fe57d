package dev.standfirst.delivery;

import dev.standfirst.shared.page.Order;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** In what order authors are wanted. */
public record AuthorQuery(
        @Parameter(description = "The order: name, or -name to begin at the other end; equal ones by id")
        @Pattern(regexp = "-?name", message = "must be name or -name")
        @DefaultValue("name")
        @RestQuery
        String sort) {

    private static final Map<String, Order> ORDERS =
            Map.of("name", Order.ascending("author.name", "author.id", Order.Kind.TEXT));

    Order order() {
        return Order.by(sort, ORDERS);
    }
}
