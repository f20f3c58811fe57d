package dev.standfirst.author;

import dev.standfirst.shared.page.Order;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** In what order authors are wanted. */
public record AuthorFilter(
        @Parameter(
                description =
                        "The order: name or updatedAt, with a minus before it to begin at the other end; equal ones by id")
        @Pattern(
                regexp = "-?(name|updatedAt)",
                message = "must be name or updatedAt, or one of them with a minus before it")
        @DefaultValue("name")
        @RestQuery
        String sort) {

    private static final Map<String, Order> ORDERS = Map.of(
            "name", Order.ascending("author.name", "author.id", Order.Kind.TEXT),
            "updatedAt", Order.ascending("author.updated_at", "author.id", Order.Kind.TIME));

    Order order() {
        return Order.by(sort, ORDERS);
    }
}
