package dev.standfirst.comment.spam.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Pattern PLAIN = Pattern.compile("(?:(?:name|has):)?[\\p{L}\\p{M}\\p{N} -]+|url:[a-z0-9._*-]+");
    private static final Pattern NUMBERS = Pattern.compile("\\d+\\D+\\d+\\D+\\d+\\D+\\d+");

    @Test
    void a_text_is_its_words_and_the_pairs_of_them() {
        assertThat(words("Don’t BUY cheap pills"))
                .containsExactly("dont", "buy", "dont buy", "cheap", "buy cheap", "pills", "cheap pills");
        assertThat(words("Cheap ｐｉｌｌｓ. Cheap pi\u00adlls!"))
                .containsExactly("cheap", "pills", "cheap pills", "pills cheap");
    }

    @Test
    void words_are_found_in_scripts_without_spaces() {
        assertThat(words("最好的赌场")).contains("赌场");
        assertThat(words("Лучшее КАЗИНО")).contains("казино");
        assertThat(words("คาสิโนออนไลน์")).contains("ออนไลน์");
    }

    @Test
    void names_hosts_and_traits_are_marked() {
        assertThat(Tokens.of(new Writing(
                        "Cheap Loans",
                        "https://www.Loans.example:80/x",
                        "See",
                        List.of("http://a.b.casino.xyz/?q", "/here"))))
                .containsExactly(
                        "has:page",
                        "has:links-2",
                        "name:cheap",
                        "name:loans",
                        "has:few-words",
                        "url:loans.example",
                        "url:*.example",
                        "url:a.b.casino.xyz",
                        "url:*.xyz",
                        "see");
        assertThat(of("WIN WIN WIN WIN WIN WIN WIN WIN!!")).contains("has:shouting", "has:exclamations", "has:links-0");
        assertThat(of("well ".repeat(100))).contains("has:many-words");
    }

    @Test
    void hosts_in_the_text_count_with_or_without_a_scheme() {
        assertThat(of("go to casino.xyz/win, now")).contains("url:casino.xyz", "url:*.xyz", "go to", "now");
        assertThat(of("(https://casino.xyz)")).contains("url:casino.xyz").noneMatch(token -> token.contains("https"));
        assertThat(of("www.casino.xyz")).contains("url:casino.xyz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ines@example.org",
                "Write to <Ines.Calder+x@example.org>!",
                "ines＠example.org",
                "i\u200bnes@exam\u00adple.org",
                "ines%40example.org",
                "mailto:ines@example.org?subject=x",
                "https://example.org/?mail=ines@example.org",
                "https://ines@example.org/",
                "ines@example",
                "ines@bücher.example",
                "\"ines calder\"@example.org",
                "ines@example.org,otto@example.org",
                "谢谢ines@example.org谢谢"
            })
    void no_token_holds_an_email_address(String text) {
        everywhere(text).forEach(tokens -> {
            assertThat(tokens).allMatch(token -> PLAIN.matcher(token).matches());
            assertThat(tokens).noneMatch(token -> token.contains("ines") && token.contains("example"));
        });
        assertThat(of(text)).contains("has:email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.77",
                "at 192.0.2.77:8080, no",
                "(192.0.2.77)",
                "http://192.0.2.77/x",
                "https://me:you@192.0.2.77/",
                "192.0.2.77.nip.example",
                "http://192-0-2-77.dyn.example/",
                "77.2.0.192.in-addr.arpa",
                "3221226061",
                "http://3221226061/",
                "0xC000024D",
                "http://0xC0.0.2.0x4D/",
                "2001:db8::77",
                "[2001:DB8:0:0:0:0:0:77]",
                "http://[2001:db8::77]/",
                "::ffff:192.0.2.77",
                "fe80::77%eth0",
                "１９２．０．２．７７",
                "user192.0.2.77"
            })
    void no_token_holds_an_ip_address(String text) {
        everywhere(text).forEach(tokens -> {
            assertThat(tokens).allMatch(token -> PLAIN.matcher(token).matches());
            assertThat(tokens)
                    .noneMatch(token -> NUMBERS.matcher(token).find()
                            || token.contains("3221226061")
                            || token.contains("db8")
                            || token.toLowerCase(Locale.ROOT).contains("c000024d")
                            || token.contains("77"));
        });
        assertThat(of(text)).containsAnyOf("has:ip", "has:number", "has:email");
    }

    @Test
    void telephones_and_accounts_are_no_tokens_either() {
        assertThat(words("call 0049301234567 or DE89370400440532013000 in 2026"))
                .containsExactly("call", "has:number", "or", "in");
    }

    @Test
    void the_longest_text_gives_no_more_tokens_than_the_rest_and_keeps_both_its_ends() {
        String text = "casino "
                + IntStream.range(0, 3000)
                        .mapToObj(i -> Integer.toString(i + 50_000, 36))
                        .collect(Collectors.joining(" "))
                + " roulette";
        Set<String> tokens = of(text);
        assertThat(tokens).hasSizeLessThanOrEqualTo(Tokens.MOST).contains("casino", "roulette");
        assertThat(of("x".repeat(10_000))).contains("has:long-word");
        assertThat(Tokens.of(new Writing(
                        "a ".repeat(100) + "bc ".repeat(100),
                        null,
                        "",
                        IntStream.range(0, 500)
                                .mapToObj(i -> "https://h" + i + ".example/")
                                .toList())))
                .hasSizeLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                ".",
                ":",
                "a@",
                "a.",
                "1.",
                "f:",
                "-",
                "www.",
                "//",
                "\ud83d\ude00",
                "the a@b.c ",
                "0xf.",
                "::",
                "赌"
            })
    void a_text_of_10000_characters_takes_no_time(String piece) {
        String text = piece.repeat(10_000 / piece.length());
        Tokens.of(new Writing(text.substring(0, 100), null, text, List.of(text)));
        long before = System.nanoTime();
        Set<String> tokens = Tokens.of(new Writing(text.substring(0, 100), null, text, List.of(text)));
        assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(500_000_000L);
        assertThat(tokens).allMatch(token -> token.length() <= Tokens.LONGEST);
    }

    private static Set<String> of(String text) {
        return Tokens.of(new Writing("", null, text, List.of()));
    }

    private static List<String> words(String text) {
        return of(text).stream()
                .filter(token -> !token.startsWith("has:links") && !token.matches("has:.*words"))
                .toList();
    }

    /** The text as that of a comment, as a name, a page and a link. */
    private static List<Set<String>> everywhere(String text) {
        return List.of(
                of(text),
                of("before " + text + " after"),
                Tokens.of(writing(text, null, "")),
                Tokens.of(writing("", text, "")),
                Tokens.of(writing("", null, text)));
    }

    private static Writing writing(String name, @Nullable String url, String link) {
        return new Writing(name, url, "", link.isEmpty() ? List.of() : List.of(link));
    }
}
