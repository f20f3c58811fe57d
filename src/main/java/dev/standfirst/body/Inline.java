package dev.standfirst.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A piece of a line: words that all look the same, a link around such pieces, or what stands between words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "text", value = Inline.TextInline.class),
    @JsonSubTypes.Type(name = "link", value = Inline.LinkInline.class),
    @JsonSubTypes.Type(name = "image", value = Inline.ImageInline.class),
    @JsonSubTypes.Type(name = "footnote-call", value = Inline.FootnoteCallInline.class),
    @JsonSubTypes.Type(name = "break", value = Inline.BreakInline.class)
})
@Schema(
        description =
                "A piece of a line; type says which. All pieces lie side by side, but for those that a link holds, none of which is a link")
public sealed interface Inline {

    /** Words that all look the same. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Words that all look the same")
    record TextInline(
            @Schema(description = "The words, with the spaces around them", examples = "Fog ")
            String text,

            @Schema(description = "What is special about them, in a fixed order; empty for plain words")
            List<Mark> marks,

            @Schema(
                    description =
                            "What an abbreviation or a term stands for; where its words are several pieces, the first has it",
                    examples = "Automatic Identification System")
            @Nullable
            String title,

            @Schema(description = "Their language (BCP 47), where the body names one", examples = "fr") @Nullable
            String language,

            @Schema(description = "Their direction, where the body says it and the block does not") @Nullable
            Direction direction)
            implements Inline {}

    /** A link around words and pictures. */
    @Schema(description = "A link around words and pictures")
    record LinkInline(
            @Schema(description = "Where it leads") Link link,

            @Schema(description = "The words and pictures that are linked; never another link")
            List<Inline> content)
            implements Inline {}

    /** Where words or a picture lead. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Where words or a picture lead")
    record Link(
            @Schema(
                    description =
                            "The address: http, https, mailto, tel, or relative to the page; #h-… is a heading of this body, by its anchor",
                    examples = "https://example.org/report")
            String url,

            @Schema(description = "What it says of its target to those who point at it") @Nullable
            String title,

            @Schema(description = "What it says of its target to machines") @Nullable
            List<LinkRelation> rel) {}

    /** A picture in a line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A picture in a line")
    record ImageInline(
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
            Integer height)
            implements Inline {}

    /** The place where a footnote is called. */
    @Schema(description = "The place where a footnote is called: a small raised number, that leads to the note")
    record FootnoteCallInline(
            @Schema(description = "The anchor of the footnote block", examples = "fn-1")
            String anchor,

            @Schema(description = "The number of the footnote", minimum = "1")
            int number)
            implements Inline {}

    /** The end of a line within a paragraph. */
    @Schema(description = "The end of a line within a paragraph")
    record BreakInline() implements Inline {}

    /** What is special about words. */
    @Schema(
            description =
                    "What is special about words. Quoted ones are to be shown with quotation marks, which are not in the text; deleted ones no longer hold; a work is the title of one, a term is explained here; keyboard is what to press or type, sample what a program says, variable what stands for something else")
    enum Mark {
        STRONG,
        EMPHASIS,
        HIGHLIGHTED,
        UNDERLINED,
        SMALL,
        SUBSCRIPT,
        SUPERSCRIPT,
        INSERTED,
        DELETED,
        QUOTED,
        WORK,
        TERM,
        CODE,
        KEYBOARD,
        SAMPLE,
        VARIABLE
    }

    /** What a link says of its target: that it is paid for, or not vouched for. */
    @Schema(description = "What a link says of its target: that it is paid for, or not vouched for")
    enum LinkRelation {
        NOFOLLOW,
        SPONSORED,
        UGC
    }

    /** Which way words run. */
    @Schema(description = "Which way words run: from left to right, or from right to left")
    enum Direction {
        LTR,
        RTL
    }
}
