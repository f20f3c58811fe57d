package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code quarkus.datasource.jdbc.url}, {@code username} and {@code password} with those of an embedded server,
 * unless a URL is configured anywhere else.
 *
 * <p>The server is started by the first question, which Quarkus asks when it reads its run-time configuration: before
 * anything can open a connection. The build asks nothing, so it starts nothing. In development, tests and production
 * this is the only wiring there is.
 */
public final class EmbeddedDatasource implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String url = context.getValue(URL).getValue();
        if (url != null && !url.isBlank()) {
            return List.of();
        }
        return List.of(new Source(Path.of(context.getValue("standfirst.data").getValue())));
    }

    private static final class Source implements ConfigSource {

        private final Path data;
        private boolean started;
        private @Nullable PostgresServer server;

        private Source(Path data) {
            this.data = data;
        }

        @Override
        public synchronized @Nullable String getValue(String name) {
            return switch (name) {
                case URL -> server().map(PostgresServer::url).orElse(null);
                case USERNAME -> Cluster.ROLE;
                case PASSWORD -> server().map(PostgresServer::password).orElse(null);
                default -> null;
            };
        }

        /** Starts the server when first asked. One that does not start is told of once, and not asked again. */
        private Optional<PostgresServer> server() {
            if (!started) {
                started = true;
                try {
                    server = PostgresServer.start(data);
                } catch (ConfigurationException reason) {
                    throw new Refusal(reason);
                }
            }
            return Optional.ofNullable(server);
        }

        /** Names nothing: what lists or records the configuration shall neither start a server nor see its password. */
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        /** Ranks above every other source: a user name or password left over from elsewhere would not fit this server. */
        @Override
        public int getOrdinal() {
            return Integer.MAX_VALUE;
        }

        @Override
        public String getName() {
            return "embedded PostgreSQL in " + data;
        }
    }

    /** Says why there is no server, in one line: what goes wrong while settings are read is printed as a string. */
    @SuppressWarnings("OverrideThrowableToString") // getMessage alone is not what is printed
    private static final class Refusal extends ConfigurationException {

        @Serial
        private static final long serialVersionUID = 1;

        private Refusal(ConfigurationException reason) {
            super(String.valueOf(reason.getMessage()));
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
