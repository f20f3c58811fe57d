package dev.standfirst.shared.sql;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;

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
}
