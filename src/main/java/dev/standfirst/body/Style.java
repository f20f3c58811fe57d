package dev.standfirst.body;

import static java.util.Map.entry;

import dev.standfirst.body.Inline.Direction;
import dev.standfirst.body.Inline.Mark;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the elements around words say of them.
 *
 * @param marks in the order of their declaration, so that the order of nesting makes no difference
 * @param titled the element whose title says what the words stand for
 */
record Style(
        List<Mark> marks,
        @Nullable Element titled,
        @Nullable String language,
        @Nullable Direction direction) {

    static final Style PLAIN = new Style(List.of(), null, null, null);

    private static final Map<String, Mark> MARKS = Map.ofEntries(
            entry("strong", Mark.STRONG),
            entry("em", Mark.EMPHASIS),
            entry("mark", Mark.HIGHLIGHTED),
            entry("u", Mark.UNDERLINED),
            entry("small", Mark.SMALL),
            entry("sub", Mark.SUBSCRIPT),
            entry("sup", Mark.SUPERSCRIPT),
            entry("ins", Mark.INSERTED),
            entry("del", Mark.DELETED),
            entry("q", Mark.QUOTED),
            entry("cite", Mark.WORK),
            entry("dfn", Mark.TERM),
            entry("code", Mark.CODE),
            entry("kbd", Mark.KEYBOARD),
            entry("samp", Mark.SAMPLE),
            entry("var", Mark.VARIABLE));

    /** The style within one more element. */
    Style within(Element element) {
        Mark mark = MARKS.get(element.normalName());
        boolean titles = element.hasAttr("title") && (element.nameIs("abbr") || element.nameIs("dfn"));
        if (mark == null && !titles && !element.hasAttr("lang") && !element.hasAttr("dir")) {
            return this;
        }
        return new Style(
                mark == null
                        ? marks
                        : Stream.concat(marks.stream(), Stream.of(mark))
                                .sorted()
                                .toList(),
                titles ? element : titled,
                element.hasAttr("lang") ? element.attr("lang") : language,
                element.hasAttr("dir") ? direction(element.attr("dir")) : direction);
    }

    /** The style of what stands in a block that itself has the direction. */
    Style withoutDirection() {
        return new Style(marks, titled, language, null);
    }

    /** Reads a direction; {@code auto} is what is taken where none is said: that of the first letters. */
    private static @Nullable Direction direction(String written) {
        return switch (written) {
            case "ltr" -> Direction.LTR;
            case "rtl" -> Direction.RTL;
            default -> null;
        };
    }
}
