package dev.standfirst.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.shared.http.ClientAddressTest.BehindProxies;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through proxies: the tests' own connection is the last of them. */
@QuarkusTest
@TestProfile(BehindProxies.class)
class ClientAddressTest {

    /** Trusts this machine, and two networks. */
    public static final class BehindProxies implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("standfirst.http.trusted-proxies", "127.0.0.1, ::1,10.0.0.0/8, 2001:db8:ffff::/48");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7:4711 | 203.0.113.7",
                "1.2.3.4, 203.0.113.7 | 203.0.113.7",
                "203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "1.2.3.4,203.0.113.7 ,10.1.2.3,   10.255.255.255:80 | 203.0.113.7",
                "203.0.113.7, [2001:db8:ffff:1::2]:443 | 203.0.113.7",
                "2001:DB8::0:1 | 2001:db8::1",
                "[2001:db8::1] | 2001:db8::1",
                "[2001:db8::1]:4711 | 2001:db8::1",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "203.0.113.7, ::ffff:10.0.0.1 | 203.0.113.7",
                "10.0.0.9, 10.0.0.8 | 10.0.0.9",
                "11.0.0.1, 2001:db8:fffe::1 | 2001:db8:fffe::1"
            })
    void the_caller_is_the_rightmost_that_is_no_trusted_proxy(String forwarded, String caller) throws IOException {
        assertThat(caller("X-Forwarded-For: " + forwarded)).isEqualTo(caller);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "_hidden",
                "203.0.113",
                "203.0.113.7.8",
                "203.0.113.256",
                "0203.0.113.7",
                "1",
                "*",
                "203.0.113.*",
                "203.0.113.0/24",
                "203.0.113.7:port",
                "[203.0.113.7]x",
                "2001:db8::1::2",
                "fe80::1%eth0",
                "localhost",
                "203.0.113.7 203.0.113.8",
                ""
            })
    void what_is_no_address_ends_the_walk_at_the_proxy_that_wrote_it(String garbage) throws IOException {
        assertThat(caller("X-Forwarded-For: 203.0.113.7, " + garbage + ", 10.0.0.1"))
                .isEqualTo("10.0.0.1");
        assertThat(caller("X-Forwarded-For: 203.0.113.7, " + garbage)).isEqualTo("127.0.0.1");
    }

    @Test
    void several_lines_are_one_list() throws IOException {
        assertThat(caller("X-Forwarded-For: 1.2.3.4", "X-Forwarded-For: 203.0.113.7", "x-forwarded-for: 10.0.0.1"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void nothing_else_is_believed() throws IOException {
        assertThat(caller()).isEqualTo("127.0.0.1");
        assertThat(caller("Forwarded: for=203.0.113.7", "X-Real-IP: 203.0.113.7"))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "proxy.example",
                "10.0.0",
                "2001:db8::/129",
                "::ffff:10.0.0.0/104",
                "*",
                "",
                "10.0.0.0/8/8"
            })
    void a_setting_that_cannot_be_read_ends_the_start_in_one_line(String range) {
        assertThatThrownBy(() -> new TrustedProxies(Optional.of(List.of("10.0.0.0/8", range))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("STANDFIRST_HTTP_TRUSTED_PROXIES: ‘" + range + "’ is neither an IP address");
    }

    private static String caller(String... headers) throws IOException {
        List<String> head = List.of("GET /v1/probe-client HTTP/1.1", "Host: localhost", "Connection: close");
        return RawHttp.send(Stream.concat(head.stream(), Stream.of(headers)).toArray(String[]::new))
                .body();
    }
}
