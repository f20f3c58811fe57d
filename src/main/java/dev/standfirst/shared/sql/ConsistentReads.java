package dev.standfirst.shared.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;

/**
 * Reads that all see one moment, however many they are and however long they take: a transaction that is REPEATABLE READ (PostgreSQL manual,
 * section 13.2.2) and cannot write.
 */
@Singleton
public final class ConsistentReads {
    /** How many rows are in memory at once: an article with its draft and what is stored of it may take megabytes. */
    private static final int AT_ONCE = 10;

    private final DataSource database;
    private final ObjectMapper mapper;

    ConsistentReads(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** What is done while the moment lasts. */
    @FunctionalInterface
    public interface Work {
        void read(Moment moment) throws IOException;
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Sink {
        void take(Row row) throws SQLException, IOException;
    }

    /** Holds a moment while it is read; texts of moments are in UTC there. */
    public void during(Work work) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(connection, "set transaction isolation level repeatable read, read only");
                run(connection, "set local timezone = 'UTC'");
                work.read(new Moment(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("A moment could not be held", e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** A moment that is held. */
    public final class Moment {
        private final Connection connection;

        private Moment(Connection connection) {
            this.connection = connection;
        }

        /** Runs a statement, and gives its rows away as they come. */
        public void each(Sql sql, Sink sink) throws IOException {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                statement.setFetchSize(AT_ONCE);
                sql.fill(statement);
                try (ResultSet result = statement.executeQuery()) {
                    Row row = new Row(result, mapper);
                    while (result.next()) {
                        sink.take(row);
                    }
                }
            } catch (SQLException e) {
                throw new GenericJDBCException("A reading statement failed", e, sql.text());
            }
        }
    }
}
