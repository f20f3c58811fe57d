package dev.standfirst.database;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that runs for as long as this process does.
 *
 * <p>What was committed is on the disk. The server listens on the loopback interface alone, at a port that was free,
 * and wants a password. It stops after the application has; one that outlived its process, which was killed, is taken
 * over by the next.
 */
final class PostgresServer implements Closeable {

    private static final Logger LOG = Logger.getLogger(PostgresServer.class);

    private final @Nullable FolderLock lock;
    private final ProcessBuilder stopping;
    private final String url;
    private final String password;

    private PostgresServer(@Nullable FolderLock lock, Cluster cluster)
            throws IOException, InterruptedException, SQLException {
        this.lock = lock;
        this.stopping = cluster.stopping();
        this.password = cluster.password();
        if (lock != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::closeAfterApplication, "stop PostgreSQL"));
        }
        try {
            this.url = "jdbc:postgresql://127.0.0.1:" + cluster.start() + "/" + Cluster.ROLE;
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts the server of a data folder, or finds the running one that this process, or a killed one, has started.
     *
     * <p>A first start takes some seconds, a start after a crash as long as PostgreSQL needs to recover.
     *
     * @throws ConfigurationException if that cannot be, with one line that says why
     */
    static synchronized PostgresServer start(Path data) {
        Path home = data.toAbsolutePath().normalize().resolve("postgresql");
        try {
            Files.createDirectories(home);
            home = home.toRealPath();
            Disk.keepPrivate(home);
            FolderLock lock = FolderLock.take(home);
            try {
                PostgresServer server = new PostgresServer(lock, Cluster.open(home));
                if (lock != null) {
                    LOG.infof("PostgreSQL %s runs embedded; its data is in %s", Binaries.VERSION, home.getParent());
                }
                return server;
            } catch (Throwable failure) {
                if (lock != null) {
                    lock.close();
                }
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new ConfigurationException("PostgreSQL cannot run in " + home + ": " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConfigurationException("The start of PostgreSQL was interrupted");
        }
    }

    String url() {
        return url;
    }

    String password() {
        return password;
    }

    /** Lets Quarkus finish first, whose own hook runs at the same time; both may call stop, and both wait for its end. */
    private void closeAfterApplication() {
        Application application = Application.currentApplication();
        try {
            if (application != null) {
                application.stop();
            }
        } finally {
            close();
        }
    }

    /** Stops the server and gives the folder free, unless it was found running in this process, where it goes on. */
    @Override
    public synchronized void close() {
        if (lock == null || !lock.isHeld()) {
            return;
        }
        try {
            stopping.start().waitFor();
            lock.close();
        } catch (IOException failure) {
            LOG.errorf("PostgreSQL could not be stopped: %s", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
