package dev.standfirst.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Listens for changes on a connection of its own, and knows when it is cut off.
 *
 * <p>A notification carries only a number; the rows are then read from the log, from the last one seen, so that nothing is missed and
 * nothing told twice. A heartbeat goes through the same channel: when it does not come back for {@link #PATIENCE}, {@link #isCurrent()}
 * is false and whoever keeps copies must stop trusting them; once connected again, what was missed is told first. LISTEN needs a
 * connection without a transaction pooler between.
 */
@Singleton
public class ChangeListener {
    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    private static final int BATCH = 500;

    /** How often a heartbeat is sent. */
    private static final Duration BEAT = Duration.ofMillis(500);

    /** How long no heartbeat may be heard before this node is cut off. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Changes changes;
    private final Event<ChangesHeard> heard;
    private final String url;
    private final Properties login = new Properties();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private @Nullable Thread thread;
    private long seen;
    private volatile long lastBeat;
    private volatile boolean connected;

    ChangeListener(
            Changes changes,
            Event<ChangesHeard> heard,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.changes = changes;
        this.heard = heard;
        this.url = url;
        user.ifPresent(name -> PGProperty.USER.set(login, name));
        password.ifPresent(secret -> PGProperty.PASSWORD.set(login, secret));
        PGProperty.APPLICATION_NAME.set(login, "standfirst listener");
        // A network that swallows packets must not hold the listener longer than its patience.
        PGProperty.CONNECT_TIMEOUT.set(login, (int) PATIENCE.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(login, (int) PATIENCE.toSeconds());
    }

    /** Whether every change committed more than {@link #PATIENCE} ago has been told. */
    public boolean isCurrent() {
        return connected && System.nanoTime() - lastBeat < PATIENCE.toNanos();
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        seen = changes.latest();
        Thread listener = new Thread(this::run, "change-listener");
        listener.setDaemon(true);
        listener.start();
        thread = listener;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(PATIENCE.toMillis());
        }
    }

    private void run() {
        boolean quiet = false; // one line for an outage, not one for each attempt
        while (stopped.getCount() > 0) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                quiet = false;
                listen(connection);
            } catch (SQLException | RuntimeException | Error e) { // also where memory was at its end for a moment
                connected = false;
                if (!quiet && stopped.getCount() > 0) {
                    LOG.warnf("Cut off from changes, trying again twice a second: %s", e.getMessage());
                    quiet = true;
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (stopped.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                connected = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + ChangeLog.CHANNEL);
            tellNew(); // what was committed while nobody listened
            lastBeat = System.nanoTime();
            connected = true;
            PGConnection channel = connection.unwrap(PGConnection.class);
            long beatDue = lastBeat;
            while (stopped.getCount() > 0) {
                long wait = TimeUnit.NANOSECONDS.toMillis(beatDue - System.nanoTime());
                if (wait <= 0) {
                    statement.execute("notify " + ChangeLog.CHANNEL);
                    wait = BEAT.toMillis();
                    beatDue = System.nanoTime() + BEAT.toNanos();
                }
                var notifications = channel.getNotifications((int) wait);
                if (notifications == null || notifications.length == 0) {
                    continue;
                }
                lastBeat = System.nanoTime();
                for (var notification : notifications) {
                    if (!notification.getParameter().isEmpty() && Long.parseLong(notification.getParameter()) > seen) {
                        tellNew();
                    }
                }
            }
        }
    }

    private void tellNew() {
        List<LoggedChange> batch;
        do {
            batch = changes.above(seen, BATCH);
            if (!batch.isEmpty()) {
                heard.fire(new ChangesHeard(batch));
                seen = batch.get(batch.size() - 1).number();
            }
        } while (batch.size() == BATCH);
    }
}
