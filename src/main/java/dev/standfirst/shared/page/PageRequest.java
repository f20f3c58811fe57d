package dev.standfirst.shared.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted. */
public record PageRequest(
        @Parameter(description = "The most items on a page") @Min(1) @Max(100) @DefaultValue("20") @RestQuery
        Integer limit,

        @Parameter(
                description =
                        "Where to go on: a cursor, as the address in page.next has it; with another filter or order it is refused, and it does not expire")
        @Size(min = 1, max = 3000)
        @RestQuery
        @Nullable
        String after,

        @Parameter(description = "Whether page.total says how many items the whole list has")
        @DefaultValue("none")
        @RestQuery
        Count count) {

    /** Parameters that do not change which rows a list has, nor their order. */
    private static final Set<String> FREE = Set.of("limit", "after", "count", "include");

    /**
     * Where the page begins: after this position, or at the beginning of the list.
     *
     * @param uri the address of the list, to which a cursor is bound
     * @param filter what else it is bound to; empty where all is in the address
     * @param <K> the type of the sort key
     * @param read reads the key from the cursor; what it throws makes the cursor invalid
     */
    <K> Optional<From<K>> from(UriInfo uri, String filter, Function<String, K> read) {
        return Optional.ofNullable(after).map(cursor -> {
            Position position = Cursor.read(cursor, list(uri.getPath(), uri.getQueryParameters(), filter));
            try {
                return new From<>(read.apply(position.key()), position.id());
            } catch (RuntimeException e) {
                throw Cursor.invalid();
            }
        });
    }

    /** The sort key and id of the last row of the page before. */
    record From<K>(K key, UUID id) {}

    /**
     * Makes the page.
     *
     * @param uri the address of this page
     * @param filter as for {@link #from}
     * @param rows the rows from {@link #from} on, one more than the page has if there are so many
     * @param position the place of a row in the list
     * @param total counts the whole list; asked only when the request wants it
     */
    <T> Page<T> page(UriInfo uri, String filter, List<T> rows, Function<T, Position> position, Supplier<Long> total) {
        List<T> items = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit
                ? next(uri.getPath(), uri.getQueryParameters(), filter, position.apply(items.get(items.size() - 1)))
                : null;
        boolean counted = count != Count.NONE;
        return new Page<>(
                items,
                new Page.PageInfo(limit, next, counted ? total.get() : null, counted ? count == Count.ESTIMATE : null));
    }

    /** Writes the address of the page behind a row. */
    static String next(String path, Map<String, List<String>> query, String filter, Position last) {
        Map<String, List<String>> onwards = new TreeMap<>(query);
        onwards.put("after", List.of(Cursor.write(last, list(path, query, filter))));
        return path + "?" + encoded(onwards);
    }

    /** What the cursor is bound to: the path, every parameter that decides on rows and order, and any other filter. */
    private static String list(String path, Map<String, List<String>> query, String filter) {
        Map<String, List<String>> bound = new TreeMap<>(query);
        bound.keySet().removeAll(FREE);
        return path + "?" + encoded(bound) + filter;
    }

    private static String encoded(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
