package dev.standfirst.body;

import static org.commonmark.ext.autolink.AutolinkType.URL;
import static org.commonmark.ext.autolink.AutolinkType.WWW;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** The part of Markdown that comments have, with the bounds of {@link Markdown}. What is no part of it stays as it was written. */
final class CommentMarkdown {

    /** The deepest nesting of quotes: deeper than people answer each other in one text. */
    static final int MAX_QUOTES = 10;

    // Both are immutable, and shared by all threads.
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class))
            // One more than may be, by which those who have more are known; within the last that may be, code has room.
            .maxOpenBlockParsers(MAX_QUOTES + 1)
            .customBlockParserFactory(new CommentParagraph.Factory())
            .inlineParserFactory(BoundedInlineParser::new)
            .customInlineContentParserFactory(new Literal())
            .linkProcessor(CommentMarkdown::link)
            .postProcessor(Markdown::flattened)
            .extensions(List.of(
                    StrikethroughExtension.builder().requireTwoTildes(true).build(),
                    AutolinkExtension.builder().linkTypes(URL, WWW).build()))
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak("<br>")
            .extensions(List.of(StrikethroughExtension.create()))
            .build();

    private CommentMarkdown() {}

    static Node parse(String source) {
        return PARSER.parse(source);
    }

    /** Gives HTML that is not yet sanitised. */
    static String toHtml(Node document) {
        return RENDERER.render(document);
    }

    /** Says whether quotes are nested deeper than they may be. */
    static boolean isTooDeep(Node document) {
        // The parser gives a quote one more level at most, and no level has many quotes side by side without text for
        // each.
        return isDeeper(document, MAX_QUOTES);
    }

    private static boolean isDeeper(Node block, int levels) {
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof BlockQuote && (levels == 0 || isDeeper(child, levels - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Leaves the link to the parser where it is one of ours; pictures, and links that lead elsewhere, stay as written. */
    private static @Nullable LinkResult link(LinkInfo link, Scanner scanner, InlineParserContext context) {
        String destination = link.destination();
        if (destination == null) {
            return LinkResult.none();
        }
        boolean picture = link.marker() != null;
        if (!picture && !link.text().isBlank() && CommentHtml.isLinkable(destination)) {
            return LinkResult.none();
        }
        String rest =
                scanner.getSource(link.afterTextBracket(), scanner.position()).getContent();
        return LinkResult.replaceWith(new Text("[" + link.text() + "]" + rest), scanner.position());
    }

    /** Takes the beginning of a tag, and of a character reference, for the character it is. */
    private static final class Literal implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<', '&');
        }

        @Override
        public InlineContentParser create() {
            return state -> {
                Scanner scanner = state.scanner();
                String character = String.valueOf(scanner.peek());
                scanner.next();
                return ParsedInline.of(new Text(character), scanner.position());
            };
        }
    }
}
