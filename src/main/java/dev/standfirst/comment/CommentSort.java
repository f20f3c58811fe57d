package dev.standfirst.comment;

import dev.standfirst.shared.page.Order;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** In what order comments are wanted. */
public record CommentSort(
        @Parameter(
                description =
                        "The order: by time (createdAt) or by score, with a minus the greatest first; equal ones by id")
        @Pattern(
                regexp = "-?(createdAt|score)",
                message = "must be createdAt or score, or one of them with a minus before it")
        @DefaultValue("-createdAt")
        @RestQuery
        String sort) {

    private static final Map<String, Order> ORDERS = Map.of(
            "createdAt", Order.ascending("comment.created_at", "comment.id", Order.Kind.TIME),
            "score", Order.ascending("comment.score", "comment.id", Order.Kind.NUMBER));

    Order order() {
        return Order.by(sort, ORDERS);
    }
}
