package dev.standfirst.transfer.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The body of a post as HTML. Blocks are HTML already, between comments; in a classic body blank lines make paragraphs, as WordPress does it
 * when it shows one (wpautop).
 *
 * @param html the body
 * @param beginning the text before the mark “more”; null where there is none
 */
record WordPressBody(String html, @Nullable String beginning) {
    private static final Pattern BLOCK = Pattern.compile("<!--\\s{1,9}wp:([a-z][a-z0-9/_-]*+)");
    private static final Pattern MORE = Pattern.compile("<!--more(.{0,500}?)-->");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n\\s*");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** What stands beside paragraphs, not in one (HTML, section 3.2.5.2.2). */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "audio",
            "blockquote",
            "details",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "iframe",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "script",
            "section",
            "style",
            "summary",
            "table",
            "ul",
            "video");

    /** What holds paragraphs, where blank lines in it make some. */
    private static final Set<String> HOLDERS = Set.of("body", "blockquote", "div", "section", "article", "aside");

    static WordPressBody of(String source, Shortcodes shortcodes) {
        boolean hasBlocks = source.contains("<!-- wp:");
        Matcher more = MORE.matcher(source);
        String beginning = more.find() ? source.substring(0, more.start()) : null;
        Document document = parsed(shortcodes.written(source));
        if (!hasBlocks) {
            paragraphs(document.body());
        }
        linkAddresses(document.body());
        return new WordPressBody(
                document.body().html().strip(), beginning == null ? null : text(shortcodes.written(beginning)));
    }

    /**
     * A block of a body.
     *
     * @param name of one of WordPress itself without {@code core/}
     * @param isEmpty whether it ends where it begins: WordPress makes what is shown there of something else
     */
    record Block(String name, boolean isEmpty) {}

    /** The blocks of a body, each kind once. */
    static Set<Block> blocks(String source) {
        Set<Block> blocks = new LinkedHashSet<>();
        Matcher block = BLOCK.matcher(source);
        int at = 0;
        while (at >= 0 && block.find(at)) {
            at = source.indexOf("-->", block.end());
            blocks.add(new Block(block.group(1), at > 0 && source.charAt(at - 1) == '/'));
        }
        return blocks;
    }

    /** The text of some HTML, on one line. */
    static String text(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    private static Document parsed(String html) {
        Document document = Jsoup.parseBodyFragment(html.replace("\r\n", "\n"));
        document.outputSettings().prettyPrint(false);
        document.body().getAllElements().forEach(WordPressBody::removeComments);
        return document;
    }

    private static void removeComments(Element element) {
        if (element.childNodes().stream().anyMatch(Comment.class::isInstance)) {
            List<Node> kept = element.childNodes().stream()
                    .filter(node -> !(node instanceof Comment))
                    .toList();
            element.empty(); // to take out one after the other would move the rest each time
            kept.forEach(element::appendChild);
        }
    }

    /** Puts what stands loose in an element into paragraphs. */
    private static void paragraphs(Element holder) {
        List<Node> children = List.copyOf(holder.childNodes());
        boolean isBody = holder.normalName().equals("body");
        boolean hasBlankLine = children.stream()
                .anyMatch(child -> child instanceof TextNode text
                        && BLANK_LINE.matcher(text.getWholeText().strip()).find());
        boolean hasBlock = children.stream().anyMatch(WordPressBody::isBlock);
        if (isBody || hasBlankLine || (hasBlock && !holder.normalName().equals("div"))) {
            holder.empty();
            gather(holder, children);
        }
        holder.children().stream()
                .filter(child -> HOLDERS.contains(child.normalName()))
                .toList()
                .forEach(WordPressBody::paragraphs);
    }

    private static void gather(Element holder, List<Node> children) {
        Element paragraph = new Element("p");
        for (Node child : children) {
            if (isBlock(child)) {
                end(holder, paragraph);
                holder.appendChild(child);
                paragraph = new Element("p");
            } else if (child instanceof TextNode text) {
                String[] parts = BLANK_LINE.split(text.getWholeText(), -1);
                for (int i = 0; i < parts.length; i++) {
                    if (i > 0) {
                        end(holder, paragraph);
                        paragraph = new Element("p");
                    }
                    paragraph.appendChild(new TextNode(parts[i]));
                }
            } else {
                paragraph.appendChild(child);
            }
        }
        end(holder, paragraph);
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && BLOCKS.contains(element.normalName());
    }

    private static void end(Element holder, Element paragraph) {
        if (paragraph.hasText() || !paragraph.children().isEmpty()) {
            breakLines(paragraph);
            holder.appendChild(paragraph);
        }
    }

    /** Makes the line feeds within a paragraph what WordPress shows: breaks. */
    private static void breakLines(Element paragraph) {
        List<Node> children = List.copyOf(paragraph.childNodes());
        paragraph.empty();
        for (int place = 0; place < children.size(); place++) {
            if (!(children.get(place) instanceof TextNode text)) {
                paragraph.appendChild(children.get(place));
                continue;
            }
            String whole = text.getWholeText();
            String[] lines = (place == 0 ? whole.stripLeading() : whole).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                boolean isEnd = i == lines.length - 1 && place == children.size() - 1;
                if (i > 0 && !(isEnd && lines[i].isBlank())) {
                    paragraph.appendChild(new Element("br"));
                }
                paragraph.appendChild(new TextNode(isEnd ? lines[i].stripTrailing() : lines[i]));
            }
        }
    }

    /** Makes links of addresses that stand alone: WordPress shows there what is at the address. */
    private static void linkAddresses(Element body) {
        List<TextNode> alone = new ArrayList<>();
        body.forEachNode(node -> {
            if (node instanceof TextNode text && isAddressAlone(text)) {
                alone.add(text);
            }
        });
        alone.forEach(text -> {
            String address = text.getWholeText().strip();
            text.replaceWith(new Element("a").attr("href", address).text(address));
        });
    }

    private static boolean isAddressAlone(TextNode text) {
        Element around = text.parent();
        return ADDRESS.matcher(text.getWholeText().strip()).matches()
                && isBlank(text.previousSibling())
                && isBlank(text.nextSibling())
                && around != null
                && around.closest("a, pre, code") == null;
    }

    private static boolean isBlank(@Nullable Node node) {
        return node == null || (node instanceof TextNode text && text.isBlank());
    }
}
