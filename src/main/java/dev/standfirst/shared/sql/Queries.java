package dev.standfirst.shared.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;

/** Runs statements that read. Outside a transaction each is a transaction of its own: one snapshot, and no round trip beside it. */
@Singleton
public final class Queries {
    private final DataSource database;
    private final ObjectMapper mapper;

    Queries(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Makes a record of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public <T> List<T> list(Sql sql, Reader<T> reader) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.fill(statement);
            List<T> list = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, mapper);
                while (result.next()) {
                    list.add(reader.read(row));
                }
            }
            return list;
        } catch (SQLException e) {
            throw new GenericJDBCException("A reading statement failed", e, sql.text());
        }
    }

    public <T> Optional<T> first(Sql sql, Reader<T> reader) {
        return list(sql, reader).stream().findFirst();
    }

    public <T> T one(Sql sql, Reader<T> reader) {
        return first(sql, reader).orElseThrow();
    }

    /** Counts what a statement that begins with {@code from} would give. */
    public long count(Sql from) {
        return one(Sql.of("select count(*) total").then(from), row -> row.bigint("total"));
    }

    /** Asks the planner how many rows a statement that begins with {@code from} would give: the first line of EXPLAIN. */
    public long estimate(Sql from) {
        String plan = one(Sql.of("explain (format json) select 1").then(from), row -> row.text("QUERY PLAN"));
        try {
            return mapper.readTree(plan).at("/0/Plan/Plan Rows").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("EXPLAIN (FORMAT JSON) gives JSON", e);
        }
    }
}
