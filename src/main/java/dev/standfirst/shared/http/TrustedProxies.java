package dev.standfirst.shared.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The proxies that are believed when they say for whom they ask: those named in {@code standfirst.http.trusted-proxies}. */
@Singleton
final class TrustedProxies {
    private final List<IpAddress.Range> ranges;

    /**
     * Reads the setting.
     *
     * @throws ConfigurationException if one of them is neither an address nor a CIDR range
     */
    TrustedProxies(@ConfigProperty(name = "standfirst.http.trusted-proxies") Optional<List<String>> setting) {
        this.ranges = setting.orElse(List.of()).stream()
                .map(String::strip)
                .map(TrustedProxies::range)
                .toList();
    }

    private static IpAddress.Range range(String text) {
        return IpAddress.Range.parse(text)
                .orElseThrow(() -> new ConfigurationException("STANDFIRST_HTTP_TRUSTED_PROXIES: ‘" + text
                        + "’ is neither an IP address nor a CIDR range such as 10.0.0.0/8 or 2001:db8::/32"));
    }

    /** Makes it, and so reads the setting, before anybody calls. */
    void prepare(@Observes StartupEvent event) {}

    boolean include(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
