package dev.standfirst.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedDatasourceTest {

    private static final Path DATA = Path.of("target", "embedded-datasource-test");

    @Test
    void a_configured_database_leaves_no_trace_of_the_embedded_one() {
        SmallRyeConfig config = settings()
                .withDefaultValue("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/cms")
                .build();
        assertThat(config.getValue("quarkus.datasource.jdbc.url", String.class)).isEqualTo("jdbc:postgresql://db/cms");
        assertThat(config.getOptionalValue("quarkus.datasource.username", String.class))
                .isEmpty();
        assertThat(config.getOptionalValue("quarkus.datasource.password", String.class))
                .isEmpty();
        assertThat(DATA).doesNotExist();
    }

    @Test
    void a_list_of_all_settings_neither_starts_a_server_nor_shows_its_password() {
        SmallRyeConfig config = settings().build();
        assertThat(config.getPropertyNames()).noneMatch(name -> name.startsWith("quarkus.datasource"));
        for (String name : config.getPropertyNames()) {
            config.getConfigValue(name);
        }
        assertThat(DATA).doesNotExist();
    }

    private static SmallRyeConfigBuilder settings() {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("standfirst.data", DATA.toString())
                .withSources(new EmbeddedDatasource());
    }
}
