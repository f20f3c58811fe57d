package dev.standfirst.body;

import java.util.List;
import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

/** Gives out link and footnote definitions until what they expand to is too much: a short reference repeats a long address. */
final class BoundedDefinitions implements InlineParserContext {

    /** About what a footnote adds, with its way back. */
    private static final int REFERENCE = 200;

    private final InlineParserContext context;
    private long budget = 2_000_000;

    BoundedDefinitions(InlineParserContext context) {
        this.context = context;
    }

    @Override
    public <D> @Nullable D getDefinition(Class<D> type, String label) {
        D definition = context.getDefinition(type, label);
        if (definition != null) {
            budget -= REFERENCE;
        }
        if (definition instanceof LinkReferenceDefinition link) {
            budget -= link.getDestination().length();
            budget -= link.getTitle() == null ? 0 : link.getTitle().length();
        }
        return budget >= 0 ? definition : null;
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // The interface still asks for it.
    public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
        return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
        return context.getCustomInlineContentParserFactories();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
        return context.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
        return context.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
        return context.getCustomLinkMarkers();
    }
}
