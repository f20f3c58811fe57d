package dev.standfirst.shared.page;

import dev.standfirst.shared.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/**
 * The order of a list: by one column, then by id, both the same way.
 *
 * @param column the column's name in the statement, qualified if need be; never a caller's text
 * @param id the id's name in the statement
 */
public record Order(String column, String id, Kind kind, boolean descending) {

    /** What kind of value the column has. */
    public enum Kind {
        TIME(Instant::parse),
        TEXT(text -> text),
        NUMBER(Long::valueOf);

        private final Function<String, Object> read;

        Kind(Function<String, Object> read) {
            this.read = read;
        }
    }

    public static Order ascending(String column, String id, Kind kind) {
        return new Order(column, id, kind, false);
    }

    public static Order descending(String column, String id, Kind kind) {
        return new Order(column, id, kind, true);
    }

    Object key(String text) {
        return kind.read.apply(text);
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
