package dev.standfirst.body;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** The allow-list: what a sanitised body may consist of. Nothing else is ever created. */
final class Allowed {

    /** How the content of a block is laid out. */
    enum Content {
        /** Words and marks only. */
        PHRASING,
        /** Blocks; loose words become paragraphs. */
        BLOCKS,
        /** Blocks, or words as they are. */
        EITHER,
        /** Items only; anything else goes into one. */
        LIST,
        /** Rows, cells and the like only; anything else goes after the table. */
        TABLE
    }

    /** The blocks, with the content of each. A paragraph is made where words need one. */
    static final Map<String, Content> BLOCKS = Map.ofEntries(
            entry("h2", Content.PHRASING),
            entry("h3", Content.PHRASING),
            entry("h4", Content.PHRASING),
            entry("h5", Content.PHRASING),
            entry("h6", Content.PHRASING),
            entry("blockquote", Content.BLOCKS),
            entry("section", Content.BLOCKS),
            entry("details", Content.BLOCKS),
            entry("summary", Content.PHRASING),
            entry("figure", Content.EITHER),
            entry("figcaption", Content.PHRASING),
            entry("ul", Content.LIST),
            entry("ol", Content.LIST),
            entry("li", Content.EITHER),
            entry("dl", Content.LIST),
            entry("dt", Content.PHRASING),
            entry("dd", Content.EITHER),
            entry("table", Content.TABLE),
            entry("caption", Content.PHRASING),
            entry("thead", Content.TABLE),
            entry("tbody", Content.TABLE),
            entry("tfoot", Content.TABLE),
            entry("tr", Content.TABLE),
            entry("th", Content.EITHER),
            entry("td", Content.EITHER));

    /** The blocks that stand in particular others alone. */
    static final Map<String, Set<String>> PARENTS = Map.ofEntries(
            entry("summary", Set.of("details")),
            entry("figcaption", Set.of("figure")),
            entry("li", Set.of("ul", "ol")),
            entry("dt", Set.of("dl")),
            entry("dd", Set.of("dl")),
            entry("caption", Set.of("table")),
            entry("thead", Set.of("table")),
            entry("tbody", Set.of("table")),
            entry("tfoot", Set.of("table")),
            entry("tr", Set.of("thead", "tbody", "tfoot")),
            entry("th", Set.of("tr")),
            entry("td", Set.of("tr")));

    /** The blocks that are made as they are met, not opened and filled. */
    private static final Set<String> OTHER_BLOCKS = Set.of("p", "pre", "hr");

    static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6");

    /** The elements around words. */
    static final Set<String> MARKS = Set.of(
            "a", "abbr", "cite", "code", "del", "dfn", "em", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "samp",
            "small", "span", "strong", "sub", "sup", "time", "u", "var");

    /** Other names for them. A story's title is its only first heading. */
    static final Map<String, String> SYNONYMS =
            Map.of("h1", "h2", "b", "strong", "i", "em", "s", "del", "strike", "del", "tt", "code", "acronym", "abbr");

    /** What goes with all that is in it: it is for machines, for forms, or of another language than HTML. */
    static final Set<String> DROPPED = Set.of(
            "base",
            "button",
            "canvas",
            "datalist",
            "frameset",
            "head",
            "input",
            "link",
            "listing",
            "map",
            "math",
            "meta",
            "meter",
            "noembed",
            "noframes",
            "param",
            "plaintext",
            "progress",
            "script",
            "select",
            "source",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "track",
            "xmp");

    /** Gives the value that an attribute may have, or null where it may not stand. */
    private interface Rule {
        @Nullable
        String value(String written);
    }

    private static final Rule TEXT = Characters::legal;
    private static final Rule PRESENT = written -> "";
    private static final Rule SIZE = matching("[0-9]{1,5}");
    private static final Rule NUMBER = matching("-?[0-9]{1,9}");
    private static final Rule MOMENT = matching("[0-9A-Z:.+ -]{4,40}");
    private static final Rule SCOPE = matching("(row|col)(group)?");
    private static final Rule ALIGNMENT = matching("left|center|right");

    private static final Map<String, Rule> ON_ANY =
            Map.of("dir", matching("ltr|rtl|auto"), "lang", matching("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,5}"));

    private static final Map<String, Map<String, Rule>> ON = Map.ofEntries(
            entry("a", Map.of("href", Address::ofLink, "rel", Allowed::relation, "title", TEXT)),
            entry("img", Map.of("src", Address::ofImage, "alt", TEXT, "title", TEXT, "width", SIZE, "height", SIZE)),
            entry("ol", Map.of("start", NUMBER, "reversed", PRESENT, "type", matching("[1aAiI]"))),
            entry("li", Map.of("value", NUMBER)),
            entry("th", Map.of("align", ALIGNMENT, "colspan", SIZE, "rowspan", SIZE, "scope", SCOPE)),
            entry("td", Map.of("align", ALIGNMENT, "colspan", SIZE, "rowspan", SIZE)),
            entry("blockquote", Map.of("cite", Address::ofLink)),
            entry("q", Map.of("cite", Address::ofLink)),
            entry("del", Map.of("cite", Address::ofLink, "datetime", MOMENT)),
            entry("ins", Map.of("cite", Address::ofLink, "datetime", MOMENT)),
            entry("time", Map.of("datetime", MOMENT)),
            entry("abbr", Map.of("title", TEXT)),
            entry("dfn", Map.of("title", TEXT)));

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)(?:language|lang)-([\\w+#.-]{1,40})(?:\\s|$)");

    /** What a link may say of its target: that it is paid for, or not vouched for. Nothing opens a window, so none needs noopener. */
    private static final Set<String> RELATIONS = Set.of("nofollow", "sponsored", "ugc");

    private Allowed() {}

    /** Makes an allowed element with those attributes of the written one that may stand. */
    static Element copy(String name, Element written) {
        Element copy = new Element(name);
        Map<String, Rule> rules = ON.getOrDefault(name, Map.of());
        for (Attribute attribute : written.attributes()) {
            String key = attribute.getKey();
            Rule rule = rules.getOrDefault(key, ON_ANY.get(key));
            String value = rule == null ? null : rule.value(attribute.getValue());
            if (value != null) {
                copy.attr(key, value);
            }
        }
        return copy;
    }

    /** Gives the class that names the language of code, or null where none does. */
    static @Nullable String languageClass(String classes) {
        Matcher language = LANGUAGE.matcher(classes);
        return language.find() ? "language-" + language.group(1) : null;
    }

    /** Gives what a block may hold; the body itself, blocks. */
    static Content content(Element block) {
        return BLOCKS.getOrDefault(block.normalName(), Content.BLOCKS);
    }

    static boolean isBlock(Node node) {
        return node instanceof Element element
                && (BLOCKS.containsKey(element.normalName()) || OTHER_BLOCKS.contains(element.normalName()));
    }

    static boolean isHeading(Element element) {
        return HEADINGS.contains(element.normalName());
    }

    private static Rule matching(String pattern) {
        Pattern allowed = Pattern.compile(pattern);
        return written -> allowed.matcher(written.strip()).matches() ? written.strip() : null;
    }

    private static @Nullable String relation(String written) {
        String kept = Arrays.stream(written.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(RELATIONS::contains)
                .distinct()
                .sorted()
                .collect(joining(" "));
        return kept.isEmpty() ? null : kept;
    }
}
