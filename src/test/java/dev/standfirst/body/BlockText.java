package dev.standfirst.body;

import static java.util.stream.Collectors.joining;

import dev.standfirst.body.Block.CaptionBlock;
import dev.standfirst.body.Block.CodeBlock;
import dev.standfirst.body.Block.DetailsBlock;
import dev.standfirst.body.Block.DividerBlock;
import dev.standfirst.body.Block.EmbedBlock;
import dev.standfirst.body.Block.FigureBlock;
import dev.standfirst.body.Block.FootnoteBlock;
import dev.standfirst.body.Block.HeadingBlock;
import dev.standfirst.body.Block.ImageBlock;
import dev.standfirst.body.Block.ListBlock;
import dev.standfirst.body.Block.ListItem;
import dev.standfirst.body.Block.ParagraphBlock;
import dev.standfirst.body.Block.QuoteBlock;
import dev.standfirst.body.Block.TableBlock;
import dev.standfirst.body.Block.TableCell;
import dev.standfirst.body.Inline.BreakInline;
import dev.standfirst.body.Inline.FootnoteCallInline;
import dev.standfirst.body.Inline.ImageInline;
import dev.standfirst.body.Inline.LinkInline;
import dev.standfirst.body.Inline.TextInline;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Turns blocks into text as a reader of the contract would, to compare with the text that is derived from HTML. */
final class BlockText {

    private static final String PARAGRAPHS = "\n\n";
    private static final String LINES = "\n";
    private static final String WORDS = " ";

    private BlockText() {}

    static String of(List<Block> blocks) {
        return joined(blocks, PARAGRAPHS);
    }

    /** Footnotes follow each other on lines, as the items of a list do. */
    private static String joined(List<Block> blocks, String between) {
        StringBuilder all = new StringBuilder();
        boolean afterNote = false;
        for (Block block : blocks) {
            boolean note = block instanceof FootnoteBlock;
            String text = text(block, between);
            if (!text.isEmpty()) {
                String gap = note && afterNote && between.equals(PARAGRAPHS) ? LINES : between;
                all.append(all.isEmpty() ? "" : gap).append(text);
            }
            afterNote = note;
        }
        return all.toString();
    }

    private static String text(Block block, String between) {
        String lines = between.equals(WORDS) ? WORDS : LINES;
        if (block instanceof ParagraphBlock paragraph) {
            return line(paragraph.content(), lines);
        } else if (block instanceof HeadingBlock heading) {
            return line(heading.content(), lines);
        } else if (block instanceof CaptionBlock caption) {
            return line(caption.content(), lines);
        } else if (block instanceof ListBlock list) {
            return joined(list.items().stream().map(item -> text(item, lines)), lines);
        } else if (block instanceof QuoteBlock quote) {
            return joined(quote.blocks(), between);
        } else if (block instanceof CodeBlock code) {
            return code.text().replaceFirst("[ \n]+$", "");
        } else if (block instanceof TableBlock table) {
            return text(table, lines);
        } else if (block instanceof EmbedBlock embed) {
            return Objects.requireNonNullElse(embed.title(), embed.url());
        } else if (block instanceof FigureBlock figure) {
            return joined(figure.blocks(), between);
        } else if (block instanceof DetailsBlock details) {
            String summary = details.summary() == null ? "" : line(details.summary(), lines);
            return joined(Stream.of(summary, joined(details.blocks(), between)), between);
        } else if (block instanceof FootnoteBlock note) {
            return joined(note.blocks(), lines);
        } else if (block instanceof ImageBlock || block instanceof DividerBlock) {
            return "";
        }
        throw new AssertionError("A block of a new kind: " + block);
    }

    private static String text(ListItem item, String lines) {
        String term = item.term() == null ? "" : line(item.term(), lines);
        return joined(Stream.of(term, joined(item.blocks(), lines)), lines);
    }

    private static String text(TableBlock table, String lines) {
        String cells = lines.equals(WORDS) ? WORDS : "\t";
        Stream<String> rows = table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(TableCell::blocks)
                        .map(blocks -> joined(blocks, WORDS))
                        .filter(cell -> cells.equals("\t") || !cell.isEmpty())
                        .collect(joining(cells)));
        String caption = table.caption() == null ? "" : line(table.caption(), lines);
        return joined(Stream.concat(Stream.of(caption), rows), lines);
    }

    private static String line(List<Inline> content, String lines) {
        return content.stream()
                .map(piece -> text(piece, lines))
                .collect(joining())
                .replaceAll(" *\n[ \n]*", "\n")
                .replaceAll(" +", " ")
                .replaceFirst("^[ \n]+", "")
                .replaceFirst("[ \n]+$", "");
    }

    private static String text(Inline piece, String lines) {
        if (piece instanceof TextInline words) {
            return words.text();
        } else if (piece instanceof LinkInline link) {
            return link.content().stream().map(inner -> text(inner, lines)).collect(joining());
        } else if (piece instanceof BreakInline) {
            return lines;
        } else if (piece instanceof ImageInline || piece instanceof FootnoteCallInline) {
            return "";
        }
        throw new AssertionError("A piece of a new kind: " + piece);
    }

    private static String joined(Stream<String> parts, String between) {
        return parts.filter(part -> !part.isEmpty()).collect(joining(between));
    }
}
