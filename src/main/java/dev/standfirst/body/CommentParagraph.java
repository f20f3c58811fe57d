package dev.standfirst.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Reads a paragraph that begins with a bracket: the parser's own would take a definition of a link out of it, and so out of sight. */
final class CommentParagraph extends AbstractBlockParser {

    private final Paragraph block = new Paragraph();
    private final List<SourceLine> lines = new ArrayList<>();

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        lines.add(line);
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        inlineParser.parse(SourceLines.of(lines), block);
    }

    static final class Factory implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int start = state.getNextNonSpaceIndex();
            boolean within = state.getActiveBlockParser().canHaveLazyContinuationLines();
            return within || state.getLine().getContent().charAt(start) != '['
                    ? BlockStart.none()
                    : BlockStart.of(new CommentParagraph()).atIndex(start);
        }
    }
}
