package dev.standfirst.body;

import static dev.standfirst.body.SafeHtml.assertAllowed;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that take a parser without limits minutes, gigabytes or all of its stack. Here none does, or this class would not end. */
class BoundedWorkTest {

    private static final int DEEP = 100_000;
    private static final int MANY = 30_000;

    @ParameterizedTest
    @MethodSource("markdown")
    void hostile_markdown_comes_out_harmless_and_of_like_size(String source) {
        assertHarmless(BodyFormat.MARKDOWN, source);
    }

    @ParameterizedTest
    @MethodSource("html")
    void hostile_html_comes_out_harmless_and_of_like_size(String source) {
        assertHarmless(BodyFormat.HTML, source);
    }

    private static void assertHarmless(BodyFormat format, String source) {
        DerivedBody derived = Derivation.derive(format, source);
        String html = derived.html();
        assertThat(html.length()).isLessThan(30 * source.length());
        assertAllowed(html);
        assertThat(json(derived.blocks()).length()).isLessThan(15 * html.length() + 1_500_000);
        assertThat(BlockText.of(derived.blocks())).isEqualTo(derived.text());
    }

    /** Writes blocks, which Jackson refuses to do where they are nested a thousand deep. */
    private static String json(List<Block> blocks) {
        try {
            return new ObjectMapper()
                    .writerFor(new TypeReference<List<Block>>() {})
                    .writeValueAsString(blocks);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> markdown() {
        return Stream.of(
                "*a **a ".repeat(DEEP) + "b" + " a** a*".repeat(DEEP),
                "*".repeat(DEEP) + "a" + "*".repeat(DEEP),
                "a_ ".repeat(MANY),
                "a**b" + "c* ".repeat(MANY),
                "*a_ ".repeat(MANY),
                "~~a ~b ".repeat(MANY),
                "[".repeat(DEEP) + "a" + "](b)".repeat(DEEP),
                "![".repeat(DEEP) + "a" + "](b)".repeat(DEEP),
                "[a](b".repeat(MANY),
                "[a](<b".repeat(MANY),
                "![[]()".repeat(MANY),
                "[ (](".repeat(MANY),
                "[a][".repeat(MANY),
                "[\n".repeat(MANY),
                "[a]: b (\n".repeat(MANY),
                "[a]: " + "b".repeat(MANY) + "\n\n" + "[a]".repeat(MANY),
                "[^a] ".repeat(MANY) + "\n\n[^a]: b",
                "[^0]\n\n" + numbered("[^%d]: [^%<d]\n\n"),
                "<".repeat(DEEP),
                "</" + "<!--".repeat(MANY),
                "a<?".repeat(MANY),
                "a<!A ".repeat(MANY),
                "a<![CDATA[".repeat(MANY),
                "<a b='".repeat(MANY),
                "x " + "<a b=c d ".repeat(MANY),
                IntStream.range(1, 1_000).mapToObj(i -> "e" + "`".repeat(i)).collect(joining()),
                ">".repeat(DEEP) + "a",
                "> ".repeat(MANY) + "a\n" + "a\n".repeat(MANY),
                "* ".repeat(DEEP) + "a",
                "1. ".repeat(DEEP) + "a",
                "- foo\n" + "    \n".repeat(MANY) + "x",
                "=\n".repeat(MANY),
                "-|-\n".repeat(MANY),
                "a|".repeat(MANY) + "\n" + "-|".repeat(MANY) + "\n" + "a|\n".repeat(MANY),
                "http://".repeat(MANY),
                "a@a.".repeat(MANY),
                "&".repeat(MANY),
                "\0".repeat(MANY),
                "a".repeat(10 * DEEP));
    }

    static Stream<String> html() {
        return Stream.of(
                "<div>".repeat(DEEP),
                "<b>".repeat(DEEP),
                "<p>".repeat(MANY),
                "<a href=x>".repeat(MANY),
                "<ul><li>".repeat(DEEP),
                "<table><tr><td>".repeat(MANY),
                "<table><b>".repeat(MANY),
                "<b><table>".repeat(MANY),
                "<object>".repeat(MANY),
                "<marquee>".repeat(MANY),
                "<svg>".repeat(MANY),
                "<template>".repeat(MANY),
                "<form><div></form>".repeat(MANY),
                "<select><option>".repeat(MANY),
                "<a><div>".repeat(MANY),
                "<a href='/" + "b".repeat(MANY) + "'>" + "<p>c".repeat(MANY),
                "</p>".repeat(MANY),
                "<div>".repeat(MANY) + "</x>".repeat(MANY),
                "<b><i><u><s><em><strong><small><code><tt><big><font><nobr>" + "<p>x".repeat(MANY),
                "<b><i><mark><small><sub><sup><ins><s><q><cite><dfn title=x><code><kbd><samp><var><span dir=rtl lang=abcdefgh-ijklmnop>"
                        + "<u>x</u>y".repeat(MANY),
                "<abbr title='" + "b".repeat(MANY) + "'>" + "<u>x</u>y".repeat(MANY),
                "<abbr title='" + "b".repeat(MANY) + "'>" + "<a href=x>c</a>".repeat(MANY),
                "<a href='/" + "b".repeat(MANY) + "'>" + "<img src=x>".repeat(MANY),
                numbered("<b a=%d>") + "<div></b>".repeat(MANY),
                numbered("<html a%d>"),
                numbered("<body a%d>"),
                "<p " + numbered("a%d ") + ">",
                "<p>" + "x <tr>".repeat(MANY),
                "<table>" + "<p>x".repeat(MANY),
                "<h2>a</h2>".repeat(MANY),
                Stream.of("id", "name", "href", "src", "cite", "rel", "lang", "class", "datetime", "title")
                        .map(name -> "<pre><code %s='h%s'>a</code></pre><h2 %1$s='h%2$s'><a %1$s='h%2$s'>b"
                                .formatted(name, "-a ".repeat(MANY)))
                        .collect(joining()),
                "<h2 id='h" + "-a".repeat(DEEP) + "'>a</h2>",
                "<a href='http://a" + "@".repeat(DEEP) + "'>b</a><a href='" + "a".repeat(DEEP) + ":'>c</a>",
                "<br>".repeat(MANY) + "a",
                "<!--".repeat(MANY),
                "<script>" + "<!--<script>".repeat(MANY),
                "&notit;".repeat(MANY));
    }

    private static String numbered(String format) {
        return IntStream.range(0, MANY).mapToObj(format::formatted).collect(joining());
    }
}
