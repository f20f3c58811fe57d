package dev.standfirst.article;

import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.sql.Sql;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** In what order articles are wanted. */
public record ArticleSort(
        @Parameter(
                description =
                        "The order: updatedAt, createdAt, publishedAt (leaves out articles without) or title, with a minus before it to begin at the other end; equal ones by id")
        @Pattern(
                regexp = "-?(updatedAt|createdAt|publishedAt|title)",
                message = "must be updatedAt, createdAt, publishedAt or title, or one of them with a minus before it")
        @DefaultValue("-updatedAt")
        @RestQuery
        String sort) {

    private static final Map<String, Order> ORDERS = Map.of(
            "updatedAt", Order.ascending("article.updated_at", "article.id", Order.Kind.TIME),
            "createdAt", Order.ascending("article.created_at", "article.id", Order.Kind.TIME),
            "publishedAt", Order.ascending("article.published_at", "article.id", Order.Kind.TIME),
            "title", Order.ascending("article.title", "article.id", Order.Kind.TEXT));

    Order order() {
        return Order.by(sort, ORDERS);
    }

    /** The condition that a row has a place in the order. */
    Sql hasPlace() {
        return Sql.of(sort.endsWith("publishedAt") ? "and published_at is not null" : "");
    }
}
