package dev.standfirst.body;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.standfirst.body.TextFault.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

    /** What may come out, written down a second time. */
    private static final Set<String> ELEMENTS =
            Set.of("p", "br", "em", "strong", "del", "a", "blockquote", "pre", "code");

    @Test
    void paragraphs_and_line_breaks_stay() throws FaultyTextException {
        DerivedComment comment = CommentText.derive("One\ntwo\r\nthree\n\n\nFour  \nfive");
        assertThat(comment.html()).isEqualTo("<p>One<br>two<br>three</p>\n<p>Four<br>five</p>");
        assertThat(comment.text()).isEqualTo("One\ntwo\nthree\n\nFour\nfive");
        assertThat(comment.links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*so* and _so_ and **so** | <p><em>so</em> and <em>so</em> and <strong>so</strong></p>",
                "~~not so~~ ~5~10~ | <p><del>not so</del> ~5~10~</p>",
                "the `<b>` tag | <p>the <code>&lt;b&gt;</code> tag</p>",
                "snake_case_name and 2 * 3 * 4 | <p>snake_case_name and 2 * 3 * 4</p>",
                "\\*starred\\* | <p>*starred*</p>"
            })
    void words_are_marked(String source, String html) throws FaultyTextException {
        assertThat(CommentText.derive(source).html()).isEqualTo(html);
    }

    @Test
    void quotes_are_quotes_and_fences_are_code() throws FaultyTextException {
        DerivedComment comment =
                CommentText.derive("> They said\n> > before\n\nNo.\n\n```java\nif (a  <b>)\n\n  *x*\n```\nEnd");
        assertThat(comment.html()).isEqualTo("""
                        <blockquote><p>They said</p><blockquote><p>before</p></blockquote></blockquote>
                        <p>No.</p>
                        <pre><code>if (a  &lt;b&gt;)

                          *x*
                        </code></pre>
                        <p>End</p>""");
        assertThat(comment.text()).isEqualTo("They said\n\nbefore\n\nNo.\n\nif (a  <b>)\n\n  *x*\n\nEnd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Title",
                "Title\n=====",
                "Words\n---",
                "***",
                "- one\n- two",
                "1. one\n2. two",
                "* one",
                "<b>bold</b> & <script>alert(1)</script>",
                "<div>\n<p>a\n</div>",
                "<!-- not seen -->x",
                "&copy; &#x202E; &lt;b&gt; &amp;",
                "![a picture](x.png)",
                "[^1]\n\n[^1]: a note",
                "[a]: /b \"c\"\n[a]",
                "a | b\n--|--\nc | d",
                "[x](javascript:alert(1)) [y](/relative) [z](//host/a)",
                "[x](mailto:a@example.com) <a@example.com> a@example.com",
                "[**x**](data:text/html,a \"t\")",
                "<tel:123> ftp://example.com/a javascript:alert(1)"
            })
    void what_is_no_part_of_it_stays_as_it_was_written(String source) throws FaultyTextException {
        DerivedComment comment = CommentText.derive(source + "\n\nend");
        assertThat(comment.text()).isEqualTo(source + "\n\nend");
        assertThat(comment.links()).isEmpty();
        assertThat(Jsoup.parseBodyFragment(comment.html()).select("p, br").size())
                .isEqualTo(Jsoup.parseBodyFragment(comment.html())
                        .body()
                        .select("* *")
                        .size());
    }

    @Test
    void links_are_links_as_often_as_they_stand_there() throws FaultyTextException {
        DerivedComment comment = CommentText.derive("""
                See [the *paper*](https://example.org/a?b=1&c=2 "title"), http://example.com/x_(y). Or www.example.net!

                > <https://example.com/z>

                [the paper](HTTPS://example.org/a?b=1&c=2) <a href="http://spam.example/1">buy</a> ![p](https://pic.example/p.png)""");
        assertThat(comment.links())
                .containsExactly(
                        "https://example.org/a?b=1&c=2",
                        "http://example.com/x_(y)",
                        "http://www.example.net",
                        "https://example.com/z",
                        "https://example.org/a?b=1&c=2",
                        "http://spam.example/1",
                        "https://pic.example/p.png");
        assertThat(comment.html())
                .contains(
                        "<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">the <em>paper</em></a>")
                .contains("Or <a href=\"http://www.example.net\" rel=\"nofollow ugc noopener\">www.example.net</a>!")
                .contains("&lt;a href=\"<a href=\"http://spam.example/1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example@evil.example/",
                "http://",
                "http://.../",
                "http://a..b/",
                "https://xn--a/",
                "https://%61pple.com/",
                "https:example.com",
                "https://exa&#x202e;mple.com/"
            })
    void an_address_without_a_host_of_its_own_is_no_link(String address) throws FaultyTextException {
        DerivedComment comment = CommentText.derive("a [b](" + address + ") c");
        assertThat(comment.text()).isEqualTo("a [b](" + address + ") c");
        assertThat(comment.html()).doesNotContain("\">b</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "münchen.de",
                "россия.рф",
                "日本.jp",
                "xn--mnchen-3ya.de",
                "ελλάδα.gr",
                "한국.kr",
                "ひらがなtest.jp",
                "læge.dk",
                "ааа.рф",
                "r3---sn.example.com",
                "my_host.example.com",
                "192.0.2.1:8080",
                "[2001:db8::1]"
            })
    void hosts_in_any_language_are_hosts(String host) throws FaultyTextException {
        String address = "https://" + host + "/a";
        assertThat(CommentText.derive("[here](" + address + ")").links()).containsExactly(address);
        assertThat(CommentText.faultsOfAddress(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "аpple.com, xn--pple-43d.com",
        "xn--pple-43d.com, xn--pple-43d.com",
        "аррӏе.com, xn--80ak6aa92e.com",
        "XN--80AK6AA92E.com, xn--80ak6aa92e.com",
        "АРРӏЕ.com, xn--80ak6aa92e.com",
        "www.аррӏе.münchen.de, www.xn--80ak6aa92e.xn--mnchen-3ya.de",
        "twıtter.com, xn--twtter-q9a.com",
        "gοοgle.com, xn--ggle-0nda.com"
    })
    void a_host_that_passes_for_another_is_refused(String host, String ascii) {
        TextFault fault = new TextFault(Kind.HOMOGRAPH_HOST, ascii);
        assertThat(faults("See [this](https://" + host + "/a) and https://" + host))
                .containsExactly(fault);
        assertThat(CommentText.faultsOfAddress("https://" + host + "/")).containsExactly(fault);
        assertThat(fault.detail()).contains(ascii);
        assertThat(fault.code()).isEqualTo("homograph-host");
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(faults("a\u0007b\u202Ec\u2066d\f \u0000\u0085\uD800 https://аpple.com"))
                .containsExactly(
                        new TextFault(Kind.CONTROL_CHARACTER, "U+0007"),
                        new TextFault(Kind.DIRECTION_CHARACTER, "U+202E"),
                        new TextFault(Kind.DIRECTION_CHARACTER, "U+2066"),
                        new TextFault(Kind.CONTROL_CHARACTER, "U+000C"),
                        new TextFault(Kind.CONTROL_CHARACTER, "U+0000"),
                        new TextFault(Kind.CONTROL_CHARACTER, "U+0085"),
                        new TextFault(Kind.CONTROL_CHARACTER, "U+D800"),
                        new TextFault(Kind.HOMOGRAPH_HOST, "xn--pple-43d.com"));
    }

    @Test
    void plain_marks_of_direction_and_joiners_are_text() throws FaultyTextException {
        String text = "שלום\u200F! می\u200Cخواهم 👩\u200D💻 \u200Ea\tb";
        assertThat(CommentText.derive(text).text()).isEqualTo(text.replace('\t', ' '));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n\t\n", "> \n>", "** __", "\u200B\u200D", "\u0301", "\u3164\u2800", "```\n\n```", "~~~~"})
    void a_text_without_anything_to_see_is_refused(String source) {
        assertThat(faults(source)).containsExactly(new TextFault(Kind.EMPTY, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?!", "👍", "1", "क"})
    void a_short_text_is_a_text(String source) throws FaultyTextException {
        assertThat(CommentText.derive(source).text()).isEqualTo(source);
    }

    @Test
    void quotes_nest_ten_deep() throws FaultyTextException {
        String deepest = ">".repeat(10) + " ```\n" + ">".repeat(10) + " > a";
        assertThat(CommentText.derive(deepest).html()).contains("<pre><code>&gt; a");
        assertThat(faults(">".repeat(11) + " a")).containsExactly(new TextFault(Kind.QUOTES_TOO_DEEP, "10"));
        assertThat(faults("> ".repeat(5_000) + "a")).containsExactly(new TextFault(Kind.QUOTES_TOO_DEEP, "10"));
    }

    @Test
    void a_greater_than_sign_in_code_is_no_quote() throws FaultyTextException {
        assertThat(CommentText.derive("```\n" + ">".repeat(50) + "a\n```").text())
                .isEqualTo(">".repeat(50) + "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna",
                "O’Brien-Łukasz 3rd",
                "علی\u200Cرضا",
                "陳大文",
                "Zoë \uD83D\uDC69\u200D\uD83D\uDCBB",
                "a\u200E",
                "x"
            })
    void a_name_is_one_line_with_a_letter_or_digit(String name) {
        assertThat(CommentText.faultsOfName(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'An\u202Ena', DIRECTION_CHARACTER",
        "'An\u200Bna', INVISIBLE_CHARACTER",
        "'An\u200Dna', INVISIBLE_CHARACTER",
        "'An\u00ADna', INVISIBLE_CHARACTER",
        "'An\u0000na', CONTROL_CHARACTER",
        "'An\tna', CONTROL_CHARACTER",
        "'An\u2028na', LINE_BREAK",
        "'', NO_LETTER",
        "' .. ', NO_LETTER",
        "'👍', NO_LETTER"
    })
    void a_name_that_hides_something_is_refused(String name, Kind kind) {
        assertThat(CommentText.faultsOfName(name)).extracting(TextFault::kind).containsExactly(kind);
    }

    @Test
    void a_name_of_two_lines_has_one_fault() {
        assertThat(CommentText.faultsOfName("An\r\nna")).containsExactly(new TextFault(Kind.LINE_BREAK, ""));
        assertThat(CommentText.faultsOfName("\u3164"))
                .extracting(TextFault::kind)
                .contains(Kind.NO_LETTER);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.body.CrossSiteScriptingTest#vectors")
    void the_usual_tricks_come_out_harmless(String vector) {
        assertHarmless(vector);
        assertHarmless("before\n\n> " + vector + "\n\n```\n" + vector);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.body.BoundedWorkTest#markdown")
    void hostile_sources_come_out_harmless(String source) {
        assertHarmless(source);
        assertHarmless(source.substring(0, Math.min(10_000, source.length())));
    }

    @Test
    void nothing_but_what_may_comes_out_of_anything() {
        List<String> pieces = List.of(
                "*",
                "**",
                "_",
                "__",
                "~~",
                "`",
                "``",
                "```",
                "\n",
                "\n\n",
                "> ",
                ">",
                "    ",
                "\t",
                " ",
                "a",
                "word ",
                "é",
                "[",
                "]",
                "](",
                "(",
                ")",
                "![",
                "[a](https://a.example/\"x)",
                "](javascript:x)",
                "]: ",
                "[a]: ",
                "<",
                "</a>",
                "<a href=x>",
                "<b onclick=x>",
                "<script>",
                "<!--",
                "-->",
                "&",
                "&lt;",
                "&#x202e;",
                "\\",
                "\"",
                "'",
                "=",
                "# ",
                "- ",
                "1. ",
                "---",
                "===",
                "|",
                "https://",
                "http://a.example",
                "www.b.example ",
                "a@b.example",
                "//",
                "?",
                "#",
                "mailto:",
                "\u200E",
                "😀",
                "<https://c.example/>",
                "\u0000",
                "<br>");
        Random random = new Random(20260301);
        for (int i = 0; i < 1_500; i++) {
            assertHarmless(IntStream.rangeClosed(0, random.nextInt(40))
                    .mapToObj(any -> pieces.get(random.nextInt(pieces.size())))
                    .collect(joining()));
        }
    }

    private static List<TextFault> faults(String source) {
        FaultyTextException refused = catchThrowableOfType(FaultyTextException.class, () -> CommentText.derive(source));
        return Objects.requireNonNull(refused, "It was taken").faults();
    }

    /** Asserts that what comes out of a source is allowed, and stays what it is; or that the source is refused. */
    private static void assertHarmless(String source) {
        DerivedComment comment;
        try {
            comment = CommentText.derive(source);
        } catch (FaultyTextException e) {
            assertThat(e.faults()).isNotEmpty();
            // The wall stands before what is refused, too.
            assertHarmless(
                    source, Html.print(CommentHtml.sanitise(CommentMarkdown.toHtml(CommentMarkdown.parse(source)))));
            return;
        }
        Element body = assertHarmless(source, comment.html());
        assertThat(body.select("a").eachAttr("href")).as(source).isEqualTo(comment.links());
        assertThat(comment.links()).allMatch(link -> link.matches("(?s)https?://[^/?#@]+([/?#].*)?"));
    }

    private static Element assertHarmless(String source, String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        List<Element> elements = body.children().select("*");
        assertThat(elements).as(source).allMatch(element -> ELEMENTS.contains(element.normalName()));
        assertThat(elements.stream().flatMap(CommentTextTest::attributes))
                .as(source)
                .allMatch(named -> named.matches("a (href|rel)"));
        assertThat(body.select("a"))
                .as(source)
                .allMatch(link -> link.attr("rel").equals("nofollow ugc noopener"));
        assertThat(html.length()).isLessThan(30 * source.length() + 100);
        assertThat(Html.print(CommentHtml.sanitise(html))).as(source).isEqualTo(html);
        return body;
    }

    private static Stream<String> attributes(Element element) {
        return element.attributes().asList().stream()
                .map(Attribute::getKey)
                .map(key -> element.normalName() + " " + key);
    }
}
