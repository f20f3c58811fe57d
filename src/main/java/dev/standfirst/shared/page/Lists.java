package dev.standfirst.shared.page;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads a page of a list with one statement that seeks to where the page begins, however deep it is. */
@Singleton
public final class Lists {
    private final Queries queries;
    private final UriInfo uri;

    Lists(Queries queries, UriInfo uri) {
        this.queries = queries;
        this.uri = uri;
    }

    /**
     * Writes where a list goes on whose beginning stands in another answer.
     *
     * @param path the path of the list
     * @param key the sort key of the last row that is shown, a text
     * @param id the id of that row
     */
    public static String onwards(String path, String key, UUID id) {
        return PageRequest.next(path, Map.of(), "", new Position(key, id));
    }

    private record Placed<T>(T item, Position position) {}

    /**
     * Reads a page.
     *
     * @param columns what to select, without the word itself
     * @param from the statement from its {@code from} on, with a {@code where}
     */
    public <T> Page<T> page(PageRequest request, Order order, String columns, Sql from, Queries.Reader<T> reader) {
        return page(request, order, Sql.of(columns), from, reader);
    }

    /** Reads a page, where the columns have values too. */
    public <T> Page<T> page(PageRequest request, Order order, Sql columns, Sql from, Queries.Reader<T> reader) {
        return page(request, "", order, columns, from, reader);
    }

    /**
     * Reads a page of a list whose filter is not in its address.
     *
     * @param filter the filter as a text, the same each time: cursors are bound to it, and do not show it
     */
    public <T> Page<T> page(
            PageRequest request, String filter, Order order, Sql columns, Sql from, Queries.Reader<T> reader) {
        Sql sql = Sql.of("select " + order.column() + " order_key, " + order.id() + " order_id,")
                .then(columns)
                .then(from);
        // The comparison of tuples, and not the OR that means the same: PostgreSQL can seek an index with it.
        request.from(uri, filter, order::key)
                .ifPresent(last -> sql.then(
                        "and (%s, %s) %s (?, ?)".formatted(order.column(), order.id(), order.comparison()),
                        last.key(),
                        last.id()));
        sql.then(
                "order by %1$s %3$s, %2$s %3$s limit ?".formatted(order.column(), order.id(), order.direction()),
                request.limit() + 1);
        List<Placed<T>> rows = queries.list(sql, row -> new Placed<>(reader.read(row), order.position(row)));
        return request.page(
                        uri,
                        filter,
                        rows,
                        Placed::position,
                        () -> request.count() == Count.EXACT ? queries.count(from) : queries.estimate(from))
                .map(Placed::item);
    }
}
