package dev.standfirst.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 203.0.113.7, 203.0.113.0/24",
        "' 203.0.113.7 ', 203.0.113.7, 203.0.113.7, 203.0.113.0/24",
        "0.0.0.0, 0.0.0.0, 0.0.0.0, 0.0.0.0/24",
        "2001:DB8:1:2:3:0:0:4, 2001:db8:1:2:3::4, 2001:db8:1:2::/64, 2001:db8:1::/48",
        "::1, ::1, ::/64, ::/48",
        "::ffff:203.0.113.7, 203.0.113.7, 203.0.113.7, 203.0.113.0/24",
        "::FFFF:cb00:7107, 203.0.113.7, 203.0.113.7, 203.0.113.0/24"
    })
    void an_address_has_one_text_and_a_network(String written, String text, String network, String masked) {
        IpAddress address = IpAddress.parse(written).orElseThrow();
        assertThat(address).hasToString(text);
        assertThat(address.network()).isEqualTo(network);
        assertThat(address.masked()).isEqualTo(masked);
        assertThat(address)
                .isEqualTo(IpAddress.parse(text).orElseThrow())
                .hasSameHashCodeAs(IpAddress.parse(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "01.2.3.4",
                "0x1.2.3.4",
                "1.2.3.4/32",
                "1.2.3.*",
                "1.2.3.4-5",
                "::/0",
                "fe80::1%1",
                "[::1]",
                "::1]",
                "localhost",
                "4)+k&C#VzJ4br>0wv%Yp",
                "*",
                "/24"
            })
    void nothing_else_is_an_address(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
