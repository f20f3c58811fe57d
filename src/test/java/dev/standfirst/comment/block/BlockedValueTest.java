package dev.standfirst.comment.block;

import static dev.standfirst.comment.block.BlockKind.ADDRESS;
import static dev.standfirst.comment.block.BlockKind.DOMAIN;
import static dev.standfirst.comment.block.BlockKind.PATTERN;
import static dev.standfirst.comment.block.BlockKind.RANGE;
import static dev.standfirst.comment.block.BlockKind.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.shared.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedValueTest {

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, Ines@Example.ORG, ines@example.org",
        "ADDRESS, ' ines+news@example.org. ', ines+news@example.org",
        "ADDRESS, ines@bücher.example, ines@xn--bcher-kva.example",
        "DOMAIN, Casino.Example., casino.example",
        "DOMAIN, bücher.example, xn--bcher-kva.example",
        "DOMAIN, ｃａｓｉｎｏ。example, casino.example",
        "DOMAIN, xyz, xyz",
        "RANGE, 192.0.2.7, 192.0.2.7",
        "RANGE, 192.0.2.7/32, 192.0.2.7",
        "RANGE, 192.0.2.7/24, 192.0.2.0/24",
        "RANGE, 2001:DB8:0:0::7, 2001:db8::7",
        "RANGE, 2001:db8::7/128, 2001:db8::7",
        "RANGE, 2001:db8:1::7/32, 2001:db8::/32",
        "RANGE, ::ffff:192.0.2.7, 192.0.2.7",
        "RANGE, ::ffff:192.0.2.7/120, 192.0.2.0/24",
        "RANGE, ::ffff:c000:207, 192.0.2.7",
        "WORD, '  Casino! ', casino",
        "WORD, 'Easy   MONEY,now', easy money now",
        "WORD, ｃａｓｉ\u00adｎｏ, casino",
        "WORD, КАЗИНО, казино",
        "WORD, Don’t, don't",
        "PATTERN, '(?i)v[i1]agra ', '(?i)v[i1]agra '"
    })
    void a_value_is_kept_in_one_form_however_it_is_spelled(BlockKind kind, String value, String kept) {
        assertThat(BlockedValue.of(kind, value).text()).isEqualTo(kept);
        assertThat(BlockedValue.of(kind, kept).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ines",
                "@example.org",
                "ines@",
                "a@b@c.example",
                "ines n@example.org",
                "ines@exa mple.org",
                "ines@192.0.2.7",
                "ines@[192.0.2.7]"
            })
    void what_is_no_address_is_refused(String value) {
        refused(ADDRESS, value, "not-an-email-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "example.org/path",
                "*.example.org",
                "exa mple.org",
                ".",
                "a..b",
                "-a.example",
                "192.0.2.7",
                "[::1]",
                "ines@example.org"
            })
    void what_is_no_domain_is_refused(String value) {
        refused(DOMAIN, value, "not-a-domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "192.0.2",
                "192.0.2.*",
                "192.0.2.1-9",
                "192.0.2.256",
                "192.0.2.0/33",
                "192.0.2.07",
                "0x7f.0.0.1",
                "3221225991",
                "2001:db8::/129",
                "2001:db8",
                "fe80::1%eth0",
                "*",
                "/24",
                "192.0.2.0/255.255.255.0"
            })
    void what_is_no_range_is_refused(String value) {
        refused(RANGE, value, "not-a-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "192.0.2.0/7", "::/0", "2001::/15", "::ffff:0.0.0.0/96"})
    void a_range_of_nearly_all_is_refused(String value) {
        refused(RANGE, value, "range-too-wide");
    }

    @Test
    void the_widest_ranges_are_taken() {
        assertThat(BlockedValue.of(RANGE, "10.1.2.3/8").text()).isEqualTo("10.0.0.0/8");
        assertThat(BlockedValue.of(RANGE, "2001:db8::/16").text()).isEqualTo("2001::/16");
    }

    @Test
    void what_has_no_word_or_too_many_is_refused() {
        refused(WORD, "!!! …", "no-word");
        refused(WORD, "a b c d e f g h i j k", "no-word");
        assertThat(BlockedValue.of(WORD, "a b c d e f g h i j").text()).isEqualTo("a b c d e f g h i j");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a(?=b)", "(a)\\1", "[z-a]", "a**", "\\p{Nothing}", "a{1001}"})
    void what_is_no_pattern_is_refused_and_not_quoted(String value) {
        refused(PATTERN, value, value.equals("a{1001}") ? "pattern-too-large" : "invalid-pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{1000}){1000}",
                "((a{100}){100}){100}",
                "a{1,}{1001}",
                "(abc|d|ef){900}",
                "(a{0,40}){30}",
                "a{999999999}"
            })
    void a_pattern_that_is_large_is_refused_before_it_takes_any_time(String value) {
        long before = System.nanoTime();
        refused(PATTERN, value, "pattern-too-large");
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".*", "a?", "(?i)x*", "^", "a|"})
    void a_pattern_that_fits_an_empty_text_is_refused(String value) {
        refused(PATTERN, value, "pattern-fits-all");
    }

    private static void refused(BlockKind kind, String value, String code) {
        assertThatThrownBy(() -> BlockedValue.of(kind, value))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.pointer()).isEqualTo("#/value");
                        }));
    }
}
