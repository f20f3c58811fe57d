package dev.standfirst.change;

import dev.standfirst.access.Actor;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;

/**
 * Appends to the log of changes.
 *
 * <p>The rows are written last in the transaction, under a lock that is held until it ends. So the log's numbers are in the order of the
 * commits: a reader that has seen a number never finds a new row below it, and a later row about a thing is always its later state.
 * Writers wait for each other only between their last statement and their commit, and never hold the lock while they wait for a row.
 */
@Singleton
public final class ChangeLog {
    /** The channel on which the number of the latest row is told; nothing but the number, as payloads end at 8,000 bytes. */
    static final String CHANNEL = "standfirst_change";

    /** The key of the advisory lock, one for all nodes on a database: "stfd" in ASCII. */
    private static final long LOCK = 0x73746664L;

    private final EntityManager entities;
    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    ChangeLog(
            EntityManager entities, DataSource database, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.entities = entities;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Appends a change when the current transaction commits; fails outside of one. */
    public void append(Actor actor, Change change) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A change belongs to the transaction that makes it");
        }
        if (transactions.getResource(ChangeLog.class) instanceof Pending pending) {
            pending.entries.add(new Entry(actor, change));
            return;
        }
        // Opens the session of this transaction, if nothing has: its own last flush is registered then, and comes
        // before the lock.
        entities.flush();
        Pending pending = new Pending();
        pending.entries.add(new Entry(actor, change));
        transactions.putResource(ChangeLog.class, pending);
        transactions.registerInterposedSynchronization(pending);
    }

    private record Entry(Actor actor, Change change) {}

    private final class Pending implements Synchronization {
        private final List<Entry> entries = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            try (Connection connection = database.getConnection()) { // the transaction's own
                write(connection, entries);
            } catch (SQLException e) {
                throw new GenericJDBCException("The change log could not be written", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing to undo: the rows are part of the transaction.
        }
    }

    private void write(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String insert =
                "insert into change (at, actor_id, actor_name, action, thing_type, thing_id, thing_version, groups)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Entry entry : entries) {
                Change change = entry.change();
                statement.setObject(1, now);
                statement.setObject(2, entry.actor().id());
                statement.setString(3, entry.actor().name());
                statement.setString(4, change.action());
                statement.setString(5, change.thingType());
                statement.setObject(6, change.id());
                statement.setLong(7, change.version());
                statement.setArray(
                        8,
                        connection.createArrayOf(
                                "text", change.groups().stream().sorted().toArray()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement tell = connection.prepareStatement("select pg_notify(?, lastval()::text)")) {
            tell.setString(1, CHANNEL);
            try (ResultSet told = tell.executeQuery()) {
                told.next();
            }
        }
    }
}
