package dev.standfirst.transfer.wordpress;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the HTML of a comment in the small part of Markdown that comments have. */
final class CommentMarkdown {
    /** What would mean something in the middle of a line. */
    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<~]|&(?=#?\\w+;)");

    /** What would mean something at the beginning of one. */
    private static final Pattern BEGINNING = Pattern.compile("(?m)^([ \\t]*)(?:([#>+=-])|(\\d+)([.)]))");

    private static final Pattern MANY_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private CommentMarkdown() {}

    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html.replace("\r\n", "\n")).body();
        return MANY_LINES.matcher(inside(body)).replaceAll("\n\n").strip();
    }

    private static String inside(Element element) {
        return element.childNodes().stream().map(CommentMarkdown::written).collect(Collectors.joining());
    }

    private static String written(Node node) {
        if (node instanceof TextNode text) {
            return escaped(text.getWholeText());
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        String inside = inside(element);
        return switch (element.normalName()) {
            case "b", "strong" -> around("**", inside);
            case "i", "em", "cite" -> around("*", inside);
            case "code", "kbd", "tt" -> around("`", element.wholeText().replace("`", "'"));
            case "a" -> linked(inside, element.attr("href").strip());
            case "img" ->
                linked(escaped(element.attr("alt")), element.attr("src").strip());
            case "br" -> "\n";
            case "blockquote" -> "\n\n" + quoted(inside) + "\n\n";
            case "li" -> "\n- " + inside.strip();
            case "p", "div", "pre", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr" ->
                "\n\n" + inside + "\n\n";
            case "script", "style" -> "";
            default -> inside;
        };
    }

    private static String around(String mark, String inside) {
        String text = inside.strip();
        return text.isEmpty() || text.contains("\n\n") ? inside : mark + text + mark;
    }

    private static String linked(String text, String address) {
        if (!address.matches("https?://[^\\s<>()]+")) {
            return text;
        }
        return text.isBlank() || text.contains("\n") ? address : "[" + text.strip() + "](" + address + ")";
    }

    private static String quoted(String text) {
        return MANY_LINES
                .matcher(text.strip())
                .replaceAll("\n\n")
                .lines()
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        String signs = SIGN.matcher(text).replaceAll("\\\\$0");
        return BEGINNING
                .matcher(signs)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) != null
                                ? found.group(1) + "\\" + found.group(2)
                                : found.group(1) + found.group(3) + "\\" + found.group(4)));
    }
}
