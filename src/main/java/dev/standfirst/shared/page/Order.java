package dev.standfirst.shared.page;

import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.sql.Row;
import java.sql.SQLException;
import java.util.Map;

/**
 * The order of a list: by one column, then by id, both the same way.
 *
 * @param column the column's name in the statement, qualified if need be; never a caller's text
 * @param id the id's name in the statement
 */
public record Order(String column, String id, Kind kind, boolean descending) {

    /** What kind of value the column has. */
    public enum Kind {
        TIME,
        TEXT,
        NUMBER
    }

    public static Order ascending(String column, String id, Kind kind) {
        return new Order(column, id, kind, false);
    }

    /** Finds the order that {@code sort} asks for: a name of the table, with a minus before it to begin at the other end. */
    public static Order by(String sort, Map<String, Order> ascending) {
        Order order = ascending.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (order == null) {
            throw new IllegalArgumentException("The pattern of the parameter and the table of orders differ: " + sort);
        }
        return sort.startsWith("-") ? new Order(order.column, order.id, order.kind, !order.descending) : order;
    }

    Object key(String text) {
        return switch (kind) {
            case TIME -> Spelling.time(text);
            case TEXT -> {
                if (!Spelling.isStorable(text)) {
                    throw new IllegalArgumentException("Not a key of this server");
                }
                yield text;
            }
            case NUMBER -> Long.valueOf(text);
        };
    }

    Position position(Row row) throws SQLException {
        String key = kind == Kind.TIME ? row.instant("order_key").toString() : row.text("order_key");
        return new Position(key, row.uuid("order_id"));
    }

    String comparison() {
        return descending ? "<" : ">";
    }

    String direction() {
        return descending ? "desc" : "asc";
    }
}
