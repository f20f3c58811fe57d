package dev.standfirst.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** What a sanitised body may hold, written down a second time: a hole in the first list is no hole in this one. */
final class SafeHtml {

    private static final Set<String> ELEMENTS =
            Set.of(("p h2 h3 h4 h5 h6 blockquote section details summary figure figcaption ul ol li dl dt dd"
                            + " table caption thead tbody tfoot tr th td pre hr br img a abbr cite code del dfn em ins kbd mark q rp rt ruby samp"
                            + " small span strong sub sup time u var")
                    .split(" "));

    private static final Set<String> INERT = Set.of(
            "title",
            "rel",
            "alt",
            "width",
            "height",
            "start",
            "reversed",
            "type",
            "value",
            "align",
            "colspan",
            "rowspan",
            "scope",
            "datetime",
            "lang",
            "dir");

    private static final Pattern LINK =
            Pattern.compile("(?s)(https?://[^/?#].*|mailto:.+|tel:.+|[^:/?#]+([/?#].*)?|/(?!/).*|[?#].*)");

    private static final Map<String, Pattern> PATTERNS = Map.of(
            "href", LINK,
            "cite", LINK,
            "src", Pattern.compile("(?s)(https?://[^/?#].*|[^:/?#]+([/?#].*)?|/(?!/).*|[?#].*)"),
            "id", Pattern.compile("h-[a-z0-9]+(-[a-z0-9]+)*|fn-[0-9]+|fnref-[0-9]+(-[0-9]+)?"),
            "role", Pattern.compile("doc-noteref|doc-backlink|doc-endnotes"),
            "class", Pattern.compile("language-[A-Za-z0-9_+#.-]+"));

    private SafeHtml() {}

    /** Asserts that nothing stands in the HTML but what may, and that it is what it says to a parser. */
    static void assertSafe(String html) {
        assertAllowed(html);
        assertFixed(html);
    }

    /** Asserts that nothing stands in the HTML but what may. */
    static void assertAllowed(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        Elements elements = body.children().select("*");
        List<Attribute> attributes =
                elements.stream().flatMap(e -> e.attributes().asList().stream()).toList();
        assertThat(elements.stream().filter(e -> !ELEMENTS.contains(e.normalName())))
                .isEmpty();
        assertThat(attributes.stream().filter(a -> !isAllowed(a))).isEmpty();
        assertThat(body.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("<script", "<style", "<svg", "<math", "<iframe", "<!--");
    }

    private static boolean isAllowed(Attribute attribute) {
        Pattern pattern = PATTERNS.get(attribute.getKey());
        return pattern == null
                ? INERT.contains(attribute.getKey())
                : pattern.matcher(attribute.getValue()).matches();
    }

    /** Asserts that to parse and print, and to sanitise again, changes nothing. */
    static void assertFixed(String html) {
        assertThat(Html.print(Html.parse(html))).isEqualTo(html);
        assertThat(Html.print(Sanitiser.sanitise(html))).isEqualTo(html);
    }
}
