package dev.standfirst.body;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Parses the inlines of one document as CommonMark does, within a budget. Each mark can make the parser look through the rest of its
 * block, so a block may cost its marks times its length; one that the budget does not cover is left as the text it is.
 */
final class BoundedInlineParser implements InlineParser {

    /** Bounds the depth too: the parser merges nested nodes by recursion. The longest paragraph of 2,000 real articles has 418. */
    private static final int MAX_MARKS = 2_000;

    private static final String MARKS = "`*_~[]<";

    private final InlineParser parser;
    private long budget = 200_000_000;

    BoundedInlineParser(InlineParserContext context) {
        this.parser = new InlineParserImpl(new BoundedDefinitions(context));
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        long marks = 0;
        long length = 0;
        for (SourceLine line : lines.getLines()) {
            CharSequence content = line.getContent();
            length += content.length();
            marks += content.chars().filter(c -> MARKS.indexOf(c) >= 0).count();
        }
        if (marks <= MAX_MARKS && marks * length <= budget) {
            budget -= marks * length;
            parser.parse(lines, block);
        } else {
            for (SourceLine line : lines.getLines()) {
                block.appendChild(new Text(line.getContent().toString()));
                block.appendChild(new SoftLineBreak());
            }
        }
    }
}
