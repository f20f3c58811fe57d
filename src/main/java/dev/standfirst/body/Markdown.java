package dev.standfirst.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns Markdown into HTML that is not yet sanitised. CommonMark has constructs that take its parser time, or give output, in the square
 * of their length; each is bounded here or in {@link BoundedInlineParser} and {@link BoundedParagraph}.
 */
final class Markdown {

    /** Rows are filled up to the width of the table's head, so few bytes can ask for many cells. */
    private static final int MAX_CELLS = 200_000;

    private static final List<Extension> WITHOUT_TABLES =
            List.of(StrikethroughExtension.create(), AutolinkExtension.create(), FootnotesExtension.create());
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    // All three are immutable, and shared by all threads.
    private static final Parser PARSER = parser().extensions(TABLES).build();
    private static final Parser PARSER_WITHOUT_TABLES = parser().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(WITHOUT_TABLES).extensions(TABLES).build();

    private Markdown() {}

    static String toHtml(String source) {
        return RENDERER.render((mayHaveHugeTables(source) ? PARSER_WITHOUT_TABLES : PARSER).parse(source));
    }

    private static Parser.Builder parser() {
        return Parser.builder()
                // A list and its item are two.
                .maxOpenBlockParsers(2 * Sanitiser.MAX_DEPTH)
                .customBlockParserFactory(new BoundedParagraph())
                .inlineParserFactory(BoundedInlineParser::new)
                // Before those of the extensions, which walk the tree by recursion, as the renderer does.
                .postProcessor(Markdown::flattened)
                .postProcessor(GivenAnchors::read)
                .extensions(WITHOUT_TABLES);
    }

    private static boolean mayHaveHugeTables(String source) {
        long lines = 0;
        int widest = 0;
        int pipes = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '|') {
                pipes++;
            } else if (c == '\n' || c == '\r') {
                lines += pipes > 0 ? 1 : 0;
                widest = Math.max(widest, pipes);
                pipes = 0;
            }
        }
        return (lines + 1) * Math.max(widest, pipes) > MAX_CELLS;
    }

    /** Lifts the children of what lies too deep out of it, without recursion. */
    static Node flattened(Node document) {
        record At(Node node, int depth) {}
        Deque<At> open = new ArrayDeque<>(List.of(new At(document, 0)));
        while (!open.isEmpty()) {
            At at = open.pop();
            Node next;
            for (Node child = at.node.getFirstChild(); child != null; child = next) {
                next = child.getNext();
                if (at.depth < Html.MAX_DEPTH || child.getFirstChild() == null) {
                    open.push(new At(child, at.depth + 1));
                    continue;
                }
                next = child.getFirstChild();
                for (Node inner = next; inner != null; inner = child.getFirstChild()) {
                    child.insertBefore(inner);
                }
                child.unlink();
            }
        }
        return document;
    }
}
