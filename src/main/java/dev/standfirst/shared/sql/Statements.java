package dev.standfirst.shared.sql;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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
            sql.fill(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("A writing statement failed", e, sql.text());
        }
    }

    /** Runs one statement for each row of values, in the current transaction, without waiting for each. */
    public void runEach(String text, List<? extends @Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (@Nullable Object[] row : rows) {
                Sql.of("", row).fill(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new GenericJDBCException("A writing statement failed", e, text);
        }
    }
}
