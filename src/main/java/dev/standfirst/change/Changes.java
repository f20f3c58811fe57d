package dev.standfirst.change;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Reads the log. */
@Singleton
final class Changes {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final String COLUMNS = "change.*, array_to_json(groups)::text groups_json";

    private static final Order LATEST_FIRST = new Order("number", "token", Order.Kind.NUMBER, true);

    private final Queries queries;
    private final Lists lists;

    Changes(Queries queries, Lists lists) {
        this.queries = queries;
        this.lists = lists;
    }

    /** A page of the log, the latest first. */
    Page<LoggedChange> page(ChangeFilter filter, PageRequest request) {
        Sql from = Sql.of("from change where true")
                .andIf("thing_type = ?", filter.type())
                .andIf("thing_id = ?", filter.thing())
                .andIf("actor_id = ?", filter.actor())
                .andIf("action = ?", filter.action())
                .andIf("at >= ?", filter.atGte())
                .andIf("at < ?", filter.atLt());
        return lists.page(request, LATEST_FIRST, COLUMNS, from, Changes::change);
    }

    /** The rows above a number, in order. */
    List<LoggedChange> above(long number, int limit) {
        Sql sql = Sql.of("select " + COLUMNS + " from change where number > ? order by number limit ?", number, limit);
        return queries.list(sql, Changes::change);
    }

    /** The highest number, 0 where nothing was ever changed. */
    long latest() {
        return queries.one(Sql.of("select coalesce(max(number), 0) latest from change"), row -> row.bigint("latest"));
    }

    private static LoggedChange change(Row row) throws SQLException {
        return new LoggedChange(
                row.bigint("number"),
                row.instant("at"),
                new LoggedChange.Who(row.uuid("actor_id"), row.text("actor_name")),
                row.text("action"),
                new LoggedChange.Thing(row.text("thing_type"), row.uuid("thing_id"), row.bigint("thing_version")),
                row.json("groups_json", STRINGS));
    }
}
