package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Rows of tables as JSON objects: each column a text, as PostgreSQL writes it, so that nothing is lost on the way. What is derived from other
 * columns is left out, and derived again.
 */
@Singleton
final class StoredRows {
    /** What PostgreSQL quotes, in whatever language it speaks. */
    private static final Pattern VALUE = Pattern.compile("(?s)[\"«»„“”‹›「].*[\"«»„“”‹›」]");

    private final Queries queries;
    private final Statements statements;
    private final Map<String, List<Column>> tables = new ConcurrentHashMap<>();

    StoredRows(Queries queries, Statements statements) {
        this.queries = queries;
        this.statements = statements;
    }

    /**
     * A column that is written.
     *
     * @param underived what stands there until it is derived; null for one that is stored
     */
    private record Column(
            String name,
            String type,
            boolean isKey,
            @Nullable String underived) {

        boolean isStored() {
            return underived == null;
        }
    }

    private List<Column> columns(String table) {
        return tables.computeIfAbsent(table, name -> {
            Map<String, String> derived = Tables.DERIVED.getOrDefault(name, Map.of());
            Sql sql = Sql.of("""
                    select attname as name, format_type(atttypid, atttypmod) as type,
                           exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any (indkey)) is_key
                    from pg_attribute
                    where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                    order by attnum""", name);
            return queries.list(
                    sql,
                    row -> new Column(
                            row.text("name"), row.text("type"), row.flag("is_key"), derived.get(row.text("name"))));
        });
    }

    private String list(String table, String between, Function<Column, String> text) {
        return columns(table).stream().map(text).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    /** An SQL expression: rows of a table as a JSON array, in the order of their keys; null where there is none. */
    String all(String table, String condition) {
        return "(select json_agg(json_strip_nulls(row_to_json(stored))) from (select %s from %s where %s order by %s) stored)"
                .formatted(
                        list(
                                table,
                                ", ",
                                column -> column.isStored() ? "%s.%s::text".formatted(table, column.name()) : ""),
                        table,
                        condition,
                        list(table, ", ", column -> column.isKey() ? table + "." + column.name() : ""));
    }

    /** Refuses what is no row of an exported table. */
    void check(String pointer, String table, JsonNode row) {
        if (!Tables.EXPORTED.contains(table) || !row.isObject()) {
            throw fault(pointer, "is no row of a table that exports have");
        }
        List<String> names = columns(table).stream()
                .filter(Column::isStored)
                .map(Column::name)
                .toList();
        row.properties().forEach(column -> {
            String at = pointer + "/" + column.getKey();
            if (!names.contains(column.getKey())) {
                throw fault(at, "is no column of the table");
            }
            if (!column.getValue().isTextual()) {
                throw fault(at, "must be a text");
            }
        });
    }

    /**
     * Writes a row that was checked, unless it is there already; returns whether it was written. Fails with {@link ImportProblem#NOT_RESTORED}.
     *
     * @param pointer where the row stands in its line
     */
    boolean write(String pointer, String table, JsonNode row) {
        try {
            if (statements.run(insert(table, row)) > 0) {
                return true;
            }
            if (queries.count(same(table, row)) > 0) {
                return false;
            }
        } catch (JDBCException e) {
            throw refused(pointer, e);
        }
        throw fault(pointer, "is there already, and says something else");
    }

    private Sql insert(String table, JsonNode row) {
        List<@Nullable Object> values = new ArrayList<>();
        columns(table).forEach(column -> values.add(column.isStored() ? value(row, column) : column.underived()));
        return Sql.of("insert into " + table)
                .then("(" + list(table, ", ", Column::name) + ")")
                .then(
                        "values (" + list(table, ", ", column -> "cast(? as %s)".formatted(column.type())) + ")",
                        values.toArray())
                .then("on conflict (" + list(table, ", ", column -> column.isKey() ? column.name() : "")
                        + ") do nothing");
    }

    /** The row of the key that says all the same: the rest is compared as texts, for JSON cannot be compared otherwise. */
    private Sql same(String table, JsonNode row) {
        Sql sql = Sql.of("from " + table + " where true");
        columns(table).stream()
                .filter(Column::isStored)
                .forEach(column -> sql.then(
                        (column.isKey()
                                        ? "and %1$s = cast(? as %2$s)"
                                        : "and %1$s::text is not distinct from cast(? as %2$s)::text")
                                .formatted(column.name(), column.type()),
                        value(row, column)));
        return sql;
    }

    private static @Nullable String value(JsonNode row, Column column) {
        return row.path(column.name()).textValue();
    }

    /** What PostgreSQL says of a row that it does not take, without what the row says. */
    private static RuntimeException refused(String pointer, JDBCException e) {
        ServerErrorMessage message =
                e.getSQLException() instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
        String state = e.getSQLState();
        return message != null && state != null && (state.startsWith("22") || state.startsWith("23"))
                ? fault(pointer, "is not taken by the database: " + withoutValue(state, message.getMessage()))
                : e;
    }

    /** Of data that has the wrong form (class 22) the message quotes it; of one that breaks a constraint (class 23) the name of that. */
    private static @Nullable String withoutValue(String state, @Nullable String message) {
        return message == null || state.startsWith("23")
                ? message
                : VALUE.matcher(message).replaceAll("…");
    }

    private static ProblemException fault(String pointer, String detail) {
        return ProblemException.of(List.of(ImportProblem.NOT_RESTORED.at(pointer, detail)), ImportProblem.NOT_RESTORED);
    }
}
