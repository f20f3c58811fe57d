package dev.standfirst.testing;

import static java.util.stream.Collectors.toMap;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import io.quarkus.arc.Arc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands in the tables of the database. */
public final class TableRows {

    private TableRows() {}

    /** All rows of some tables, each as JSON, in one order. */
    public static Map<String, List<String>> of(Collection<String> tables) {
        return tables.stream()
                .collect(toMap(
                        Function.identity(),
                        table -> list("select to_json(t)::text as text from " + table + " t order by 1")));
    }

    /** All rows of all tables. */
    public static Map<String, List<String>> all() {
        return of(tables());
    }

    /** The names of all tables. */
    public static List<String> tables() {
        return list("select tablename as text from pg_tables where schemaname = current_schema");
    }

    private static List<String> list(String sql) {
        return Arc.container().instance(Queries.class).get().list(Sql.of(sql), row -> row.text("text"));
    }
}
