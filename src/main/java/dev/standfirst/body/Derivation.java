package dev.standfirst.body;

import org.jsoup.nodes.Element;

/** Derives everything about a body from its source. */
public final class Derivation {

    /** Names the rules below: it is stored with what they made, and raised whenever they change, so that older bodies are found. */
    public static final int NUMBER = 2;

    private Derivation() {}

    /**
     * Derives a body. The same source always gives the same result; there is none that fails.
     *
     * <p>Work and depth are bounded for any source: what lies deeper than {@value Sanitiser#MAX_DEPTH} blocks is kept without its
     * nesting, and marks that would cost too much to pair, or would make more than {@value Html#MAX_ELEMENTS} elements, are kept as
     * the characters they are; blocks have {@value Pieces#MAX_MARKED} marked pieces at most, and the words after those plain.
     */
    public static DerivedBody derive(BodyFormat format, String source) {
        Element story = Sanitiser.sanitise(
                switch (format) {
                    case MARKDOWN -> Markdown.toHtml(source);
                    case HTML -> source;
                });
        String text = PlainText.of(story);
        WordCount words = WordCount.of(text);
        return new DerivedBody(
                Html.print(story),
                text,
                Blocks.of(story),
                Outline.of(story),
                Outline.sources(story),
                words.total(),
                words.readingMinutes(),
                Excerpt.of(story));
    }
}
