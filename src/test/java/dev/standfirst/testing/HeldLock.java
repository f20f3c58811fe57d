package dev.standfirst.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A lock in the database that a test holds, so that requests are in flight together until it lets go. */
public final class HeldLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection holder;

    private HeldLock(Connection holder) {
        this.holder = holder;
    }

    /** Runs a statement that locks, and keeps its transaction open. */
    public static HeldLock take(DataSource database, String statement, Object... values) throws SQLException {
        Connection holder = database.getConnection();
        holder.setAutoCommit(false);
        try (PreparedStatement locking = holder.prepareStatement(statement)) {
            for (int place = 0; place < values.length; place++) {
                locking.setObject(place + 1, values[place]);
            }
            locking.execute();
        }
        return new HeldLock(holder);
    }

    /** Sends a request on a thread of its own, and returns when so many requests wait for locks. */
    public <T> CompletableFuture<T> andWaiting(int waiting, Supplier<T> request) throws SQLException {
        CompletableFuture<T> sent = CompletableFuture.supplyAsync(request, task -> new Thread(task).start());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() < waiting) {
            assertThat(System.nanoTime()).as("the request does not wait").isLessThan(end);
            assertThat(sent).as("the request did not wait").isNotDone();
        }
        return sent;
    }

    private int waiting() throws SQLException {
        try (PreparedStatement count =
                        holder.prepareStatement("select count(distinct pid) from pg_locks where not granted");
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getInt(1);
        }
    }

    /** Lets go. */
    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.setAutoCommit(true);
        holder.close();
    }
}
