package dev.standfirst.transfer.ghost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.article.BodyDraft;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jsoup.nodes.Entities;

/**
 * Writes HTML for posts that have none in the file: for the trees of Ghost's editor (Lexical, since version 5), and of the one before it (Mobiledoc
 * 0.3). What comes out is sanitised like any body.
 */
final class GhostBody {
    /** The bits of the format of a Lexical text, from the lowest, as elements. */
    private static final String[] FORMATS = {"strong", "em", "s", "u", "code", "sub", "sup", "mark"};

    private static final Set<String> INLINE =
            Set.of("a", "b", "code", "em", "i", "mark", "s", "strong", "sub", "sup", "u");
    private static final int DEEPEST = 100;

    private static final String GATE = "<!--kg-gated-block:begin";
    private static final String END_OF_GATE = "<!--kg-gated-block:end-->";

    private final ObjectMapper mapper;
    private final Consumer<String> unknown;
    private final Runnable gated;
    private boolean isUnreadable;

    /**
     * Begins with a post.
     *
     * @param unknown is told the names of cards that nobody knows
     * @param gated is told where something is for members alone, and left out
     */
    GhostBody(ObjectMapper mapper, Consumer<String> unknown, Runnable gated) {
        this.mapper = mapper;
        this.unknown = unknown;
        this.gated = gated;
    }

    /** The HTML without what lies between comments that let only members see it. */
    String ofHtml(String html) {
        StringBuilder open = new StringBuilder();
        int at = 0;
        for (int gate = html.indexOf(GATE); gate >= 0; gate = html.indexOf(GATE, at)) {
            open.append(html, at, gate);
            int inside = html.indexOf("-->", gate);
            int end = html.indexOf(END_OF_GATE, gate);
            int close = end < 0 ? html.length() : end;
            if (inside >= 0 && inside < close && html.substring(gate, inside).contains("nonMember:true")) {
                open.append(html, inside + 3, close);
            } else {
                gated.run();
            }
            at = Math.min(html.length(), close + END_OF_GATE.length());
        }
        return open.append(html.substring(at)).toString();
    }

    private static boolean isGated(JsonNode card) {
        JsonNode visibility = card.path("visibility");
        return !visibility.path("web").path("nonMember").asBoolean(true)
                || !visibility.path("showOnWeb").asBoolean(true);
    }

    /** Whether anything was no body at all. */
    boolean isUnreadable() {
        return isUnreadable;
    }

    private JsonNode read(String json) {
        if (json.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            if (mapper.readTree(json) instanceof ObjectNode body) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // told below
        }
        isUnreadable = true;
        return MissingNode.getInstance();
    }

    String ofLexical(String json) {
        return children(read(json).path("root"), 0);
    }

    private String children(JsonNode node, int depth) {
        return depth > DEEPEST ? "" : joined(node.path("children"), child -> lexical(child, depth + 1));
    }

    private String lexical(JsonNode node, int depth) {
        String type = node.path("type").asText();
        return switch (type) {
            case "text", "extended-text" ->
                formatted(escaped(node.path("text")), node.path("format").asInt());
            case "linebreak" -> "<br>";
            case "tab" -> " ";
            case "paragraph" -> element("p", children(node, depth));
            case "heading", "extended-heading" ->
                element(
                        node.path("tag").asText().matches("h[1-6]")
                                ? node.path("tag").asText()
                                : "h2",
                        children(node, depth));
            case "quote", "extended-quote", "aside" -> element("blockquote", children(node, depth));
            case "list" -> element(node.path("tag").asText().equals("ol") ? "ol" : "ul", children(node, depth));
            case "listitem" -> element("li", children(node, depth));
            case "link", "autolink" -> link(node.path("url").asText(), children(node, depth));
            default -> card(type, node);
        };
    }

    private static String formatted(String text, int format) {
        String html = text;
        for (int bit = 0; bit < FORMATS.length; bit++) {
            if ((format & (1 << bit)) != 0) {
                html = element(FORMATS[bit], html);
            }
        }
        return html;
    }

    /** Cards have the same names and members in both trees, but for some older names. */
    private String card(String type, JsonNode card) {
        if (isGated(card)) {
            gated.run();
            return "";
        }
        return switch (type) {
            case "horizontalrule", "hr" -> "<hr>";
            case "image" -> figure(image(card), card.path("caption").asText());
            case "gallery" ->
                joined(
                        card.path("images"),
                        image -> figure(image(image), image.path("caption").asText()));
            case "html" -> card.path("html").asText();
            case "markdown", "card-markdown" -> markdown(card.path("markdown").asText());
            case "codeblock", "code" ->
                figure(
                        element("pre", element("code", escaped(card.path("code")))),
                        card.path("caption").asText());
            case "bookmark" ->
                element(
                        "p",
                        link(
                                card.path("url").asText(),
                                escaped(either(card.path("metadata").path("title"), card.path("url")))));
            case "embed" -> element("p", link(card.path("url").asText(), escaped(card.path("url"))));
            case "callout" ->
                element("blockquote", element("p", card.path("calloutText").asText()));
            case "toggle" ->
                element("h4", card.path("heading").asText())
                        + card.path("content").asText();
            case "button" -> element("p", link(card.path("buttonUrl").asText(), escaped(card.path("buttonText"))));
            case "audio", "video", "file" ->
                element(
                        "p",
                        link(
                                card.path("src").asText(),
                                escaped(either(either(card.path("title"), card.path("fileTitle")), card.path("src")))));
            default -> {
                unknown.accept(type);
                yield "";
            }
        };
    }

    private static JsonNode either(JsonNode one, JsonNode other) {
        return one.asText().isBlank() ? other : one;
    }

    private static String markdown(String text) {
        return Derivation.derive(BodyFormat.MARKDOWN, text).html();
    }

    private static String image(JsonNode card) {
        return "<img src=\"" + escaped(card.path("src")) + "\" alt=\"" + escaped(card.path("alt")) + "\">";
    }

    private static String figure(String inside, String caption) {
        return element("figure", inside + (caption.isBlank() ? "" : element("figcaption", caption)));
    }

    private static String link(String address, String inside) {
        return "<a href=\"" + Entities.escape(address) + "\">" + inside + "</a>";
    }

    private static String element(String name, String inside) {
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private static String escaped(JsonNode text) {
        return Entities.escape(text.asText());
    }

    String ofMobiledoc(String json) {
        JsonNode document = read(json);
        return joined(document.path("sections"), section -> section(document, section));
    }

    /** What is written of each; of what is longer than any body may be the rest is left out: short sections can name one long card. */
    private static String joined(JsonNode nodes, Function<JsonNode, String> html) {
        StringBuilder all = new StringBuilder();
        for (JsonNode node : nodes) {
            if (all.length() > BodyDraft.MAX_LENGTH) {
                break;
            }
            all.append(html.apply(node));
        }
        return all.toString();
    }

    /** Text, a picture, a list, or a card: 1, 2, 3 and 10 (Mobiledoc 0.3, “Sections”). */
    private String section(JsonNode document, JsonNode section) {
        return switch (section.path(0).asInt()) {
            case 1 -> {
                String tag = section.path(1).asText().toLowerCase(Locale.ROOT);
                yield element(
                        tag.matches("p|h[1-6]|blockquote") ? tag : tag.equals("aside") ? "blockquote" : "p",
                        markers(document, section.path(2)));
            }
            case 2 -> figure("<img src=\"" + escaped(section.path(1)) + "\" alt=\"\">", "");
            case 3 ->
                element(
                        section.path(1).asText().equals("ol") ? "ol" : "ul",
                        joined(section.path(2), item -> element("li", markers(document, item))));
            case 10 -> {
                JsonNode card = document.path("cards").path(section.path(1).asInt());
                yield card(card.path(0).asText(), card.path(1));
            }
            default -> "";
        };
    }

    /** Each marker opens some markups, has a text or an atom, and closes some of those that are open. */
    private static String markers(JsonNode document, JsonNode markers) {
        StringBuilder html = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (JsonNode marker : markers) {
            for (JsonNode number : marker.path(1)) {
                if (html.length() > BodyDraft.MAX_LENGTH) {
                    return html.toString();
                }
                JsonNode markup = document.path("markups").path(number.asInt());
                String tag = markup.path(0).asText().toLowerCase(Locale.ROOT);
                open.push(INLINE.contains(tag) ? tag : "span");
                html.append(
                        tag.equals("a")
                                ? "<a href=\"" + escaped(href(markup.path(1))) + "\">"
                                : "<" + open.peek() + ">");
            }
            if (html.length() > BodyDraft.MAX_LENGTH) {
                return html.toString();
            }
            html.append(
                    marker.path(0).asInt() == 0
                            ? escaped(marker.path(3))
                            : atom(document, marker.path(3).asInt()));
            for (int closed = marker.path(2).asInt(); closed > 0 && !open.isEmpty(); closed--) {
                html.append("</").append(open.pop()).append(">");
            }
        }
        open.forEach(tag -> html.append("</").append(tag).append(">"));
        return html.toString();
    }

    private static JsonNode href(JsonNode attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.path(i).asText().equals("href")) {
                return attributes.path(i + 1);
            }
        }
        return MissingNode.getInstance();
    }

    private static String atom(JsonNode document, int number) {
        JsonNode atom = document.path("atoms").path(number);
        return atom.path(0).asText().equals("soft-return") ? "<br>" : escaped(atom.path(1));
    }
}
