package dev.standfirst.key;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that somebody can manage keys from the first start: with the key that is set, or else one that is made and kept in a file.
 */
@Singleton
final class AdministratorKey {
    private final KeyService keys;
    private final Optional<String> setting;
    private final KeyFile file;

    AdministratorKey(
            KeyService keys,
            @ConfigProperty(name = "standfirst.admin-key") Optional<String> setting,
            @ConfigProperty(name = "standfirst.data") Path data) {
        this.keys = keys;
        this.setting = setting;
        this.file = new KeyFile(data);
    }

    void prepare(@Observes StartupEvent event) {
        if (setting.isPresent()) {
            keys.setAdministrator(secret(setting.get()));
        } else if (!DevelopmentKey.works()) {
            keys.ensureAdministrator(file::secret);
        }
    }

    private static Secret secret(String setting) {
        return Secret.of(setting)
                .filter(secret -> !secret.text().equals(DevelopmentKey.SECRET))
                .orElseThrow(
                        () -> new ConfigurationException(
                                "STANDFIRST_ADMIN_KEY must have at least 32 visible characters"
                                        + " of ASCII; one that begins with sf_ must be a whole key; the development key is none"));
    }
}
