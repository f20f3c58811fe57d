package dev.standfirst.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.standfirst.body.Inline.Direction;
import dev.standfirst.body.Inline.Link;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a body that stands by itself, for programs that draw a story without HTML.
 *
 * <p>Blocks hold blocks or {@linkplain Inline pieces of a line}. What is not there is left out: a member that may be null is in JSON only
 * where it is not.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "paragraph", value = Block.ParagraphBlock.class),
    @JsonSubTypes.Type(name = "heading", value = Block.HeadingBlock.class),
    @JsonSubTypes.Type(name = "list", value = Block.ListBlock.class),
    @JsonSubTypes.Type(name = "quote", value = Block.QuoteBlock.class),
    @JsonSubTypes.Type(name = "code", value = Block.CodeBlock.class),
    @JsonSubTypes.Type(name = "table", value = Block.TableBlock.class),
    @JsonSubTypes.Type(name = "image", value = Block.ImageBlock.class),
    @JsonSubTypes.Type(name = "embed", value = Block.EmbedBlock.class),
    @JsonSubTypes.Type(name = "figure", value = Block.FigureBlock.class),
    @JsonSubTypes.Type(name = "caption", value = Block.CaptionBlock.class),
    @JsonSubTypes.Type(name = "details", value = Block.DetailsBlock.class),
    @JsonSubTypes.Type(name = "divider", value = Block.DividerBlock.class),
    @JsonSubTypes.Type(name = "footnote", value = Block.FootnoteBlock.class)
})
@Schema(description = "A part of a body that stands by itself; type says which")
public sealed interface Block {

    /** Running text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Running text")
    record ParagraphBlock(
            @Schema(description = "Its direction, where the body says it") @Nullable
            Direction direction,

            @Schema(description = "What is in it") List<Inline> content)
            implements Block {}

    /** A heading. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A heading")
    record HeadingBlock(
            @Schema(description = "Its level; the story's title is level 1", minimum = "2", maximum = "6")
            int level,

            @Schema(
                    description =
                            "Its name, as in the outline; links to #… lead here. Only a heading without words has none",
                    examples = "h-what-we-did")
            @Nullable
            String anchor,

            @Schema(description = "Its direction, where the body says it") @Nullable
            Direction direction,

            @Schema(description = "What is in it") List<Inline> content)
            implements Block {}

    /** A list. */
    @Schema(description = "A list")
    record ListBlock(
            @Schema(description = "What its items begin with")
            ListStyle style,

            @Schema(description = "Its items in order") List<ListItem> items)
            implements Block {}

    /** What the items of a list begin with: a bullet, a number, or a term that is described. */
    @Schema(description = "What the items of a list begin with: a bullet, a number, or a term that is described")
    enum ListStyle {
        BULLET,
        NUMBER,
        DESCRIPTION
    }

    /** An item of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "An item of a list")
    record ListItem(
            @Schema(description = "The number it begins with; only in a list of style number") @Nullable
            Integer number,

            @Schema(
                    description =
                            "The term that it describes; only in a list of style description, and there left out where an item goes on about the term before")
            @Nullable
            List<Inline> term,

            @Schema(description = "What is in it") List<Block> blocks) {}

    /** A quotation that stands by itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A quotation that stands by itself")
    record QuoteBlock(
            @Schema(description = "Where it was taken from", examples = "https://example.org/report") @Nullable
            String url,

            @Schema(description = "What is in it") List<Block> blocks)
            implements Block {}

    /** Code, or other text whose spaces and line breaks stay as they are. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Code, or other text whose spaces and line breaks stay as they are")
    record CodeBlock(
            @Schema(description = "What it is written in, as the body says", examples = "js") @Nullable
            String language,

            @Schema(description = "The text, its lines separated by U+000A")
            String text)
            implements Block {}

    /** A table. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A table")
    record TableBlock(
            @Schema(description = "The text above it") @Nullable
            List<Inline> caption,

            @Schema(description = "Its rows in order") List<TableRow> rows)
            implements Block {}

    /** A row of a table. */
    @Schema(description = "A row of a table")
    record TableRow(
            @Schema(description = "Whether it belongs to the head of the table")
            boolean header,

            @Schema(
                    description =
                            "Its cells in order. A cell of an earlier row that spans this one takes its place, and is not in here again")
            List<TableCell> cells) {}

    /** A cell of a table. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A cell of a table")
    record TableCell(
            @Schema(description = "Whether it says what its row or column holds")
            boolean header,

            @Schema(description = "Where its text stands, where the body says it") @Nullable
            Alignment alignment,

            @Schema(description = "How many columns it spans", minimum = "1", maximum = "1000")
            int colspan,

            @Schema(description = "How many rows it spans, all of which there are", minimum = "1")
            int rowspan,

            @Schema(description = "What is in it") List<Block> blocks) {}

    /** Where the text of a cell stands. */
    @Schema(description = "Where the text of a cell stands")
    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A picture that stands by itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A picture that stands by itself")
    record ImageBlock(
            @Schema(
                    description = "Where the picture lies: http, https, or relative to the page",
                    examples = "https://images.example.org/harbour/fog.jpg")
            String url,

            @Schema(
                    description =
                            "What it shows, for those who do not see it; empty for mere decoration, and not there where its writer gave none")
            @Nullable
            String alt,

            @Schema(description = "What it says to those who point at it") @Nullable
            String title,

            @Schema(description = "Width in pixels, as the body says", minimum = "0") @Nullable
            Integer width,

            @Schema(description = "Height in pixels, as the body says", minimum = "0") @Nullable
            Integer height,

            @Schema(description = "Where it leads, if it is linked") @Nullable
            Link link)
            implements Block {}

    /** Another page or a film or a sound that the story shows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Another page, a film or a sound that the story shows; without a player for it, a link")
    record EmbedBlock(
            @Schema(
                    description = "Where it lies: http, https, or relative to the page",
                    examples = "https://video.example.org/fog")
            String url,

            @Schema(description = "What it is called", examples = "A film of the fog") @Nullable
            String title,

            @Schema(
                    description =
                            "The host of an absolute url, in lower case, without port: it tells whose player it needs",
                    examples = "video.example.org")
            @Nullable
            String host)
            implements Block {}

    /** Something that the text refers to, with a caption or of several parts. */
    @Schema(description = "Something that the text refers to, with a caption or of several parts")
    record FigureBlock(
            @Schema(description = "Its parts in order, captions among them")
            List<Block> blocks) implements Block {}

    /** What is said about a figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "What is said about the figure that it stands in; it stands nowhere else")
    record CaptionBlock(
            @Schema(description = "Its direction, where the body says it") @Nullable
            Direction direction,

            @Schema(description = "What is in it") List<Inline> content)
            implements Block {}

    /** Something that is shown when it is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Something that is shown when it is asked for")
    record DetailsBlock(
            @Schema(description = "What is shown before") @Nullable
            List<Inline> summary,

            @Schema(description = "What is shown when it is asked for")
            List<Block> blocks)
            implements Block {}

    /** A break between themes, often drawn as a line. */
    @Schema(description = "A break between themes, often drawn as a line")
    record DividerBlock() implements Block {}

    /** A footnote. */
    @Schema(description = "A footnote, in the place of the notes: mostly at the end")
    record FootnoteBlock(
            @Schema(description = "Its name, by which it is called", examples = "fn-1")
            String anchor,

            @Schema(description = "Its number: footnotes are counted in the order of their first calls", minimum = "1")
            int number,

            @Schema(description = "What is in it") List<Block> blocks)
            implements Block {}
}
