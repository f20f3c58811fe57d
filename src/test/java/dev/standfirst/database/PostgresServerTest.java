package dev.standfirst.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class PostgresServerTest {

    private static final Path FOLDERS = Path.of("target", "postgres-server-test");

    /** Most tests share one folder, as starts do in real life; each leaves its server stopped. */
    private static final Path SHARED = FOLDERS.resolve("shared");

    @Test
    void a_later_start_finds_what_an_earlier_one_was_given() throws Exception {
        Path data = fresh("kept");
        try (PostgresServer first = PostgresServer.start(data)) {
            execute(first, "create table story (title text)");
            execute(first, "insert into story values ('kept')");
        }
        try (PostgresServer second = PostgresServer.start(data)) {
            assertThat(query(second, "select title from story")).isEqualTo("kept");
        }
    }

    @Test
    void it_is_the_release_it_says_it_is() throws Exception {
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(query(server, "show server_version")).isEqualTo(Binaries.VERSION);
            assertThat(Binaries.VERSION).startsWith(Binaries.MAJOR + ".");
        }
    }

    @Test
    void what_is_committed_is_on_the_disk() throws Exception {
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(List.of(
                            query(server, "show fsync"),
                            query(server, "show synchronous_commit"),
                            query(server, "show full_page_writes")))
                    .containsOnly("on");
        }
    }

    @Test
    void the_application_is_no_superuser_and_may_still_use_the_extensions_it_needs() throws Exception {
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(query(server, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            execute(server, "create extension if not exists pg_trgm");
            execute(server, "create extension if not exists unaccent");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            for (String role : List.of("standfirst", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.url(), role, null))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(server.url(), role, "guess"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void it_listens_on_the_loopback_interface_alone() throws Exception {
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            int port = URI.create(server.url().substring("jdbc:".length())).getPort();
            List<InetAddress> outside = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
            assertThat(outside)
                    .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                            .isInstanceOf(IOException.class));
        }
    }

    @Test
    void only_the_owner_may_read_its_folder_and_password() throws Exception {
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            Path home = SHARED.resolve("postgresql");
            assertThat(permissions(home)).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("cluster"))).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("password"))).isEqualTo("rw-------");
            assertThat(Files.readString(home.resolve("password"))).isEqualTo(server.password());
        }
    }

    @Test
    void a_second_process_on_the_folder_is_refused_in_one_line() throws Exception {
        try (PostgresServer server = PostgresServer.start(SHARED);
                PostgresProcess second = PostgresProcess.on(SHARED)) {
            assertThat(second.allItSays())
                    .isEqualTo("Another Standfirst is running on " + SHARED.toRealPath()
                            + ": stop it, or give this one a folder of its own (STANDFIRST_DATA)");
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void within_one_process_a_live_reload_finds_the_server_and_does_not_end_it() throws Exception {
        try (PostgresServer first = PostgresServer.start(SHARED)) {
            long pid = pid(SHARED);
            try (PostgresServer reloaded = PostgresServer.start(SHARED)) {
                assertThat(reloaded.url()).isEqualTo(first.url());
            }
            assertThat(query(first, "select 1")).isEqualTo("1");
            assertThat(pid(SHARED)).isEqualTo(pid);
        }
    }

    @Test
    void files_of_another_major_version_are_refused() throws Exception {
        Path data = fresh("other-version");
        Path cluster = Files.createDirectories(data.resolve("postgresql/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> PostgresServer.start(data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(cluster.toRealPath()
                        + " was written by PostgreSQL 17, and this Standfirst brings PostgreSQL " + Binaries.VERSION);
    }

    @Test
    void a_server_that_cannot_start_says_why_and_where_its_log_is() throws Exception {
        Path data = fresh("broken");
        PostgresServer.start(data).close();
        Path settings = data.resolve("postgresql/cluster/postgresql.auto.conf");
        Files.writeString(settings, "shared_buffers = nonsense\n");
        assertThatThrownBy(() -> PostgresServer.start(data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("PostgreSQL did not start: ")
                .hasMessageContaining("postgresql.auto.conf")
                .hasMessageEndingWith(
                        "(its log is " + data.resolve("postgresql/server.log").toRealPath() + ")")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_server_that_outlived_a_killed_process_is_taken_over_and_later_stopped() throws Exception {
        PostgresProcess killed = PostgresProcess.on(SHARED);
        String url = killed.nextLine();
        ProcessHandle orphan = ProcessHandle.of(pid(SHARED)).orElseThrow();
        killed.kill();
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(server.url()).isEqualTo(url);
            assertThat(orphan.isAlive()).isTrue();
        }
        awaitEnd(SHARED, orphan);
    }

    @Test
    void what_was_committed_survives_when_process_and_server_are_killed() throws Exception {
        PostgresProcess killed = PostgresProcess.on(SHARED);
        try (Connection connection = DriverManager.getConnection(killed.nextLine(), "standfirst", killed.nextLine());
                Statement statement = connection.createStatement()) {
            statement.execute("create table survivor as select 'it' as name");
            ProcessHandle server = ProcessHandle.of(pid(SHARED)).orElseThrow();
            killed.kill();
            server.destroyForcibly();
            awaitEnd(SHARED, server);
        }
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(query(server, "select name from survivor")).isEqualTo("it");
            execute(server, "drop table survivor");
        }
    }

    @Test
    void a_process_that_has_got_the_number_of_a_dead_server_is_not_taken_for_it() throws Exception {
        PostgresServer.start(SHARED).close();
        Files.writeString(
                SHARED.resolve("postgresql/cluster/postmaster.pid"),
                "%d%n/elsewhere%n0%n5432%n%n127.0.0.1%n"
                        .formatted(ProcessHandle.current().pid()));
        try (PostgresServer server = PostgresServer.start(SHARED)) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_first_start_that_was_killed_is_begun_again() throws Exception {
        Path data = fresh("interrupted");
        PostgresProcess killed = PostgresProcess.on(data);
        Path partial = data.resolve("postgresql/cluster.partial/PG_VERSION");
        while (!Files.exists(partial)) {
            Thread.onSpinWait();
        }
        killed.kill();
        assertThat(data.resolve("postgresql/cluster")).doesNotExist();
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void letters_are_known_whatever_the_environment_says() throws Exception {
        try (PostgresProcess bare = PostgresProcess.on(fresh("bare"), Map.of("LANG", "C"));
                Connection connection = DriverManager.getConnection(bare.nextLine(), "standfirst", bare.nextLine());
                Statement statement = connection.createStatement()) {
            assertThat(query(statement, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(statement, "select lower('É')")).isEqualTo("é");
            assertThat(query(statement, "select to_tsvector('simple', '“Élan”, he said—twice')"))
                    .isEqualTo("'he':2 'said':3 'twice':4 'élan':1");
        }
    }

    private static Path fresh(String name) throws IOException {
        Path data = FOLDERS.resolve(name);
        Disk.delete(data);
        return data;
    }

    private static long pid(Path data) throws IOException {
        return PidFile.of(data.resolve("postgresql/cluster")).orElseThrow().pid();
    }

    private static void awaitEnd(Path data, ProcessHandle server) throws IOException {
        Path home = data.resolve("postgresql").toRealPath();
        while (PidFile.runs(server, home)) {
            Thread.onSpinWait();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            return query(statement, sql);
        }
    }

    private static String query(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), "standfirst", server.password());
    }
}
