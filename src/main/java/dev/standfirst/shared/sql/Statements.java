package dev.standfirst.shared.sql;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;

/** Runs statements that write rows of which there is no entity. */
@Singleton
public final class Statements {
    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** Runs a statement in the current transaction, or else in one of its own, and returns how many rows it wrote. */
    public int run(Sql sql) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            int place = 1;
            for (@Nullable Object value : sql.values()) {
                statement.setObject(
                        place++, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("A writing statement failed", e, sql.text());
        }
    }
}
