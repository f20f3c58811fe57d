package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The files of one PostgreSQL server, and the server that runs on them.
 *
 * @param path where PostgreSQL keeps its files
 * @param programs the programs that may touch them
 * @param password of every role
 */
record Cluster(Path path, Programs programs, String password) {

    /** The application's role, and the name of the database that it owns. */
    static final String ROLE = "standfirst";

    private static final String SUPERUSER = "postgres";
    private static final String NO_CONNECTION = "08";
    private static final String OPERATOR_INTERVENTION = "57";
    private static final long NEW_BYTES = 192L << 20;
    private static final long START_BYTES = 32L << 20;
    private static final int PORTS_TO_TRY = 5;
    private static final long POLL_MILLIS = 50;

    /** Longer than any recovery or last checkpoint; a server that dies is noticed at once all the same. */
    private static final String A_YEAR_IN_SECONDS = "31536000";

    /**
     * Opens the cluster below a folder, unpacking the programs and making the cluster if they are not there.
     *
     * @throws ConfigurationException if it belongs to another major version, or if there is no room, no program for this
     *     machine or no account that could run it
     */
    static Cluster open(Path home) throws IOException, InterruptedException {
        Path path = home.resolve("cluster");
        if (Files.exists(path)) {
            refuseOtherVersion(path);
        }
        Path folder = Binaries.folder(home);
        if (!Files.exists(path) || isAbandoned(path, home)) {
            endAll(home);
            Disk.delete(folder); // after a power cut they may be torn
        }
        Binaries.unpack(home);
        Programs programs = new Programs(home, folder, ServerAccount.find(home, folder.resolve("bin/postgres")));
        Cluster cluster = new Cluster(path, programs, password(home));
        if (!Files.exists(path)) {
            cluster.create();
        }
        return cluster;
    }

    private static boolean isAbandoned(Path path, Path home) throws IOException {
        Optional<PidFile> file = PidFile.of(path);
        return file.isPresent() && !file.get().isRunning(home);
    }

    /**
     * Ends what a killed first start, or a server of which only the head was killed, has left running: it would go on
     * writing.
     */
    private static void endAll(Path home) throws InterruptedException {
        List<ProcessHandle> processes = ProcessHandle.allProcesses()
                .filter(process -> PidFile.runs(process, home))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            while (PidFile.runs(process, home)) { // not onExit: nobody may ever collect it, where process 1 does not
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static void refuseOtherVersion(Path path) throws IOException {
        String version = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!version.equals(Binaries.MAJOR)) {
            throw new ConfigurationException("%s was written by PostgreSQL %s, and this Standfirst brings PostgreSQL %s"
                    .formatted(path, version, Binaries.VERSION));
        }
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            if (Files.exists(home.resolve("cluster"))) {
                throw new ConfigurationException(
                        file + " is missing, without which PostgreSQL lets nobody in: restore it");
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path partial = home.resolve("password.partial");
            Disk.delete(partial);
            Disk.write(partial, new ByteArrayInputStream(Base64.getUrlEncoder().encode(random)));
            Disk.keepPrivate(partial);
            Disk.move(partial, file);
        }
        return Files.readString(file).strip();
    }

    /** Makes the files under another name, and then in one step takes them for good. */
    private void create() throws IOException, InterruptedException {
        Disk.require(programs.home(), NEW_BYTES);
        Path partial = programs.home().resolve("cluster.partial");
        Disk.delete(partial);
        programs.turnLog();
        programs.account().takeAll(programs.home());
        String complaint = programs.complaint(
                "initdb",
                "--pgdata=" + partial,
                "--username=" + SUPERUSER,
                "--pwfile=" + programs.home().resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                // Of the C library's locales this one alone counts: it tells the full text search what a letter is.
                "--locale=C",
                "--lc-ctype=" + Binaries.unicodeCtype());
        if (!complaint.isEmpty()) {
            throw programs.failure("PostgreSQL could not make its files", complaint);
        }
        Disk.move(partial, path);
    }

    /**
     * Starts the server, or finds it running, and returns its port.
     *
     * @throws ConfigurationException if it does not start
     */
    int start() throws IOException, InterruptedException, SQLException {
        for (Optional<PidFile> file = running(); file.isPresent(); file = running()) {
            int port = file.get().port();
            if (answers(port)) {
                return port;
            }
            Thread.sleep(POLL_MILLIS);
        }
        int port = launch();
        createDatabase(port);
        return port;
    }

    private Optional<PidFile> running() throws IOException {
        return PidFile.of(path).filter(file -> file.isRunning(programs.home()));
    }

    /** Tells whether the server answers; it does not while it starts, recovers or stops. */
    private boolean answers(int port) throws SQLException {
        try {
            createDatabase(port);
            return true;
        } catch (SQLException failure) {
            String state = String.valueOf(failure.getSQLState());
            if (state.startsWith(NO_CONNECTION) || state.startsWith(OPERATOR_INTERVENTION)) {
                return false;
            }
            throw failure;
        }
    }

    private int launch() throws IOException, InterruptedException {
        Disk.require(programs.home(), START_BYTES);
        Files.deleteIfExists(PidFile.path(path)); // the server would take whoever has that number now for itself
        programs.turnLog();
        programs.account().takeAll(programs.home());
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            String complaint = programs.complaint(
                    "pg_ctl",
                    "start",
                    "--silent",
                    "--wait",
                    "--timeout=" + A_YEAR_IN_SECONDS,
                    "--pgdata=" + path,
                    "--log=" + programs.log(),
                    "--options=" + settings(port));
            if (complaint.isEmpty()) {
                return port;
            }
            if (attempt == PORTS_TO_TRY || !complaint.contains("could not bind")) {
                throw programs.failure("PostgreSQL did not start", complaint);
            }
        }
    }

    /** Leaves what may be tuned to {@code postgresql.conf}, and says here what must hold. */
    private static String settings(int port) {
        return List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + port,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        // Errors go to the application, which caused them; here they, and the personal data that
                        // statements contain, would only pile up.
                        "log_min_messages=log",
                        "log_min_error_statement=panic",
                        "log_checkpoints=off")
                .stream()
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private void createDatabase(int port) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            if (isAbsent(statement, "select from pg_roles where rolname = '" + ROLE + "'")) {
                statement.execute("create role " + ROLE + " login password '" + password + "'");
            }
            if (isAbsent(statement, "select from pg_database where datname = '" + ROLE + "'")) {
                statement.execute("create database " + ROLE + " owner " + ROLE);
            }
        }
    }

    private static boolean isAbsent(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection connect(int port) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(SUPERUSER);
        source.setUser(SUPERUSER);
        source.setPassword(password);
        return source.getConnection();
    }

    /** Prepares the command that ends every connection and stops the server, when all that was committed is in place. */
    ProcessBuilder stopping() {
        return programs.prepare(
                "pg_ctl", "stop", "--silent", "--mode=fast", "--timeout=" + A_YEAR_IN_SECONDS, "--pgdata=" + path);
    }
}
