package dev.standfirst.testing;

import dev.standfirst.access.Role;
import dev.standfirst.shared.rate.RateLimits;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Begins each test with empty tables, one key for each role, and the true time: {@code @ExtendWith(BlankSlate.class)}. */
public final class BlankSlate implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) throws SQLException {
        Arc.container().instance(SettableClock.class).get().reset();
        wipe();
    }

    /** Empties the tables again, in the middle of a test. */
    public static void wipe() throws SQLException {
        try (Connection database =
                Arc.container().instance(DataSource.class).get().getConnection()) {
            Arc.container().instance(RateLimits.class).get().forget();
            empty(database);
            for (Role role : Role.values()) {
                createKey(database, role);
            }
        }
    }

    /** Numbers go on: whoever listens to the log of changes has seen some of them. */
    private static void empty(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            ResultSet tables = statement.executeQuery("""
                    select string_agg(quote_ident(tablename), ', ') from pg_tables
                    where schemaname = current_schema and tablename <> 'flyway_schema_history'
                    """);
            tables.next();
            statement.execute("truncate " + tables.getString(1));
        }
    }

    private static void createKey(Connection database, Role role) throws SQLException {
        String insert = """
                insert into api_key (id, name, role, prefix, secret_hash, created_at, updated_at, version)
                values (gen_random_uuid(), ?, ?, ?, sha256(convert_to(?, 'UTF8')), now(), now(), 1)
                """;
        String secret = Actors.secret(role);
        try (PreparedStatement statement = database.prepareStatement(insert)) {
            statement.setString(1, "The " + role);
            statement.setString(2, role.name());
            statement.setString(3, secret.substring(0, 8));
            statement.setString(4, secret);
            statement.executeUpdate();
        }
    }
}
