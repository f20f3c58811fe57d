package dev.standfirst.transfer.wordpress;

import dev.standfirst.body.CommentText;
import dev.standfirst.body.FaultyTextException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Writes the HTML of a comment in the part of Markdown that comments have. */
final class HtmlToMarkdown {
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .build();

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>]+");

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "blockquote", "pre", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "hr");

    private final Set<Element> withBlocks;
    private final boolean isMarked;
    private Block holder = new Document();
    private Paragraph paragraph = new Paragraph();

    private HtmlToMarkdown(Element body, boolean isMarked) {
        this.withBlocks = withBlocks(body);
        this.isMarked = isMarked;
    }

    /** Gives text in which readers see the words of the HTML, with its marks where Markdown can set them there. */
    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html.replace("\r\n", "\n")).body();
        String marked = new HtmlToMarkdown(body, true).written(body);
        // Within a word, or beside a sign, asterisks may mean themselves (CommonMark, section 6.2).
        return isSeen(body, marked) ? marked : new HtmlToMarkdown(body, false).written(body);
    }

    private static boolean isSeen(Element body, String markdown) {
        try {
            String seen = CommentText.derive(markdown).text();
            String plain = CommentText.derive(new HtmlToMarkdown(body, false).written(body))
                    .text();
            return withoutSpaces(seen).equals(withoutSpaces(plain));
        } catch (FaultyTextException e) {
            return true; // whatever is wrong with it, is so with and without marks
        }
    }

    private static String withoutSpaces(String text) {
        return WHITESPACE.matcher(text).replaceAll("");
    }

    private String written(Element body) {
        blocks(body);
        end();
        return RENDERER.render(holder).strip();
    }

    /** Ends the paragraph, if there is anything in it. */
    private void end() {
        while (paragraph.getLastChild() instanceof SoftLineBreak last) {
            last.unlink();
        }
        if (paragraph.getFirstChild() != null) {
            holder.appendChild(paragraph);
            paragraph = new Paragraph();
        }
    }

    /** Writes what is in an element into the block at hand. */
    private void blocks(Element element) {
        element.childNodes().forEach(child -> {
            if (child instanceof Element inner && withBlocks.contains(inner)) {
                end();
                block(inner);
                end();
            } else {
                inline(paragraph, child);
            }
        });
    }

    /** The blocks of a comment, and what they are in. */
    private static Set<Element> withBlocks(Element body) {
        Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
        body.stream().filter(element -> BLOCKS.contains(element.normalName())).forEach(block -> {
            for (Element around = block; around != null && found.add(around); around = around.parent()) {
                // the next one around it
            }
        });
        return found;
    }

    private void block(Element element) {
        switch (element.normalName()) {
            case "blockquote" -> within(new BlockQuote(), () -> blocks(element));
            case "pre" -> {
                FencedCodeBlock code = new FencedCodeBlock();
                code.setLiteral(element.wholeText().strip() + "\n");
                holder.appendChild(code);
            }
            default -> blocks(element);
        }
    }

    private void within(Block inner, Runnable writing) {
        Block outer = holder;
        holder = inner;
        writing.run();
        end();
        holder = outer;
        if (inner.getFirstChild() != null) {
            holder.appendChild(inner);
        }
    }

    private void inline(Node parent, org.jsoup.nodes.Node child) {
        if (child instanceof TextNode text) {
            words(parent, text.getWholeText());
        } else if (child instanceof Element element) {
            inline(parent, element);
        }
    }

    private void inline(Node parent, Element element) {
        switch (element.normalName()) {
            case "b", "strong" -> marked(parent, new StrongEmphasis("**"), element);
            case "i", "em", "cite" -> marked(parent, new Emphasis("*"), element);
            case "del", "s", "strike" -> marked(parent, new Strikethrough("~~"), element);
            case "code", "kbd", "tt" -> code(parent, element.text());
            case "a" -> linked(parent, element.attr("href").strip(), link -> inside(link, element));
            case "img" -> linked(parent, element.attr("src").strip(), link -> words(link, element.attr("alt")));
            case "li" -> {
                if (at(parent).getLastChild() != null) {
                    at(parent).appendChild(new SoftLineBreak());
                }
                at(parent).appendChild(new Text("- "));
                inside(parent, element);
            }
            case "br" -> lineBreak(parent);
            case "script", "style" -> {
                // says nothing to readers
            }
            default -> inside(parent, element);
        }
    }

    private void inside(Node parent, Element element) {
        element.childNodes().forEach(child -> inline(parent, child));
    }

    /** Line feeds are breaks in comments of WordPress too. */
    private void words(Node parent, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                lineBreak(parent);
            }
            String line = WHITESPACE.matcher(lines[i]).replaceAll(" ");
            Node at = at(parent);
            String words = isAtStart(at) ? line.stripLeading() : line;
            if (!words.isEmpty()) {
                at.appendChild(new Text(words));
            }
        }
    }

    /** Where what belongs there goes on: a blank line in it ends a paragraph, and begins another. */
    private Node at(Node parent) {
        return parent instanceof Paragraph ? paragraph : parent;
    }

    private static boolean isAtStart(Node parent) {
        return parent instanceof Paragraph
                && (parent.getLastChild() == null || parent.getLastChild() instanceof SoftLineBreak);
    }

    /** Breaks the line; a second break in a row ends the paragraph. */
    private void lineBreak(Node parent) {
        if (!(parent instanceof Paragraph)) {
            parent.appendChild(new SoftLineBreak());
        } else if (paragraph.getLastChild() instanceof SoftLineBreak) {
            end();
        } else if (paragraph.getLastChild() != null) {
            paragraph.appendChild(new SoftLineBreak());
        }
    }

    /** Sets a mark, once; spaces at its edges stand beside it, as one that begins or ends with a space is none. */
    private void marked(Node parent, Node mark, Element element) {
        if (!isMarked || isWithin(parent, mark.getClass())) {
            inside(parent, element);
            return;
        }
        inside(mark, element);
        boolean isBefore = mark.getFirstChild() instanceof Text text
                && trim(text, text.getLiteral().stripLeading());
        boolean isBehind = mark.getLastChild() instanceof Text text
                && trim(text, text.getLiteral().stripTrailing());
        if (isBefore) {
            words(parent, " ");
        }
        if (mark.getFirstChild() != null) {
            at(parent).appendChild(mark);
        }
        if (isBehind) {
            words(parent, " ");
        }
    }

    private static boolean isWithin(Node node, Class<?> mark) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (mark.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean trim(Text text, String trimmed) {
        boolean isShorter = trimmed.length() < text.getLiteral().length();
        text.setLiteral(trimmed);
        if (trimmed.isEmpty()) {
            text.unlink();
        }
        return isShorter;
    }

    private void code(Node parent, String code) {
        if (!code.isBlank()) {
            at(parent).appendChild(new Code(code));
        }
    }

    private void linked(Node parent, String address, Consumer<Node> writing) {
        if (!ADDRESS.matcher(address).matches() || isWithin(parent, Link.class)) {
            writing.accept(parent);
            return;
        }
        Link link = new Link(address, null);
        writing.accept(link);
        if (link.getFirstChild() == null) {
            words(parent, address);
        } else {
            at(parent).appendChild(link);
        }
    }
}
