package dev.standfirst.body;

import org.commonmark.internal.ParagraphParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Starts a new paragraph where one has grown too long: for many a line the parser copies the list of all lines before it. */
final class BoundedParagraph implements BlockParserFactory {

    private static final int MAX_LINES = 500;

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        return matched.getParagraphLines().getLines().size() < MAX_LINES
                ? BlockStart.none()
                : BlockStart.of(new ParagraphParser()).atIndex(state.getIndex());
    }
}
