package dev.standfirst.body;

import dev.standfirst.body.Inline.BreakInline;
import dev.standfirst.body.Inline.FootnoteCallInline;
import dev.standfirst.body.Inline.ImageInline;
import dev.standfirst.body.Inline.Link;
import dev.standfirst.body.Inline.LinkInline;
import dev.standfirst.body.Inline.LinkRelation;
import dev.standfirst.body.Inline.TextInline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Collects the pieces of a line: neighbouring words that look the same become one. */
final class Pieces {

    /** Each piece repeats its marks; in a body of more marked pieces than this, the words after them are plain. A long story has 500. */
    static final int MAX_MARKED = 5_000;

    private final List<Inline> pieces = new ArrayList<>();
    private final Budget budget;

    private final StringBuilder words = new StringBuilder();
    private Style style = Style.PLAIN;

    /** What is counted for a whole body, however many lines it has. */
    static final class Budget {
        /** How many marked pieces it may still have. */
        private int left = MAX_MARKED;

        /** The element whose title was given last: the next piece of it goes without. */
        private @Nullable Element titled;
    }

    Pieces(Budget budget) {
        this.budget = budget;
    }

    /** Adds what is in the tree, but ways back from footnotes, and the readings beside ideographs. */
    void add(Node node, Style around) {
        if (node instanceof TextNode text) {
            addWords(text.getWholeText(), around);
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> put(new BreakInline());
                case "img" -> put(image(element));
                case "a" -> addLink(element, around.within(element));
                case "rp", "rt" -> {}
                default -> addAll(element, around.within(element));
            }
        }
    }

    private void addAll(Element element, Style within) {
        element.childNodes().forEach(child -> add(child, within));
    }

    private void addWords(String added, Style wanted) {
        Style next = budget.left > 0 ? wanted : Style.PLAIN;
        if (!next.equals(style)) {
            endWords();
            style = next;
        }
        words.append(added);
    }

    private void endWords() {
        if (!words.isEmpty()) {
            pieces.add(new TextInline(
                    words.toString(), style.marks(), title(style.titled()), style.language(), style.direction()));
            words.setLength(0);
            budget.left -= style.equals(Style.PLAIN) ? 0 : 1;
        }
    }

    private @Nullable String title(@Nullable Element of) {
        if (of == null || of.equals(budget.titled)) {
            return null;
        }
        budget.titled = of;
        return of.attr("title");
    }

    private void put(Inline piece) {
        endWords();
        pieces.add(piece);
    }

    private void addLink(Element element, Style within) {
        switch (element.attr("role")) {
            case Anchors.CALL -> {
                String anchor = element.attr("href").substring(1);
                put(new FootnoteCallInline(anchor, Anchors.noteNumber(anchor)));
            }
            case Anchors.RETURN -> {}
            default -> {
                Pieces linked = new Pieces(budget);
                linked.addAll(element, within);
                linked.endWords();
                if (!linked.pieces.isEmpty()) {
                    put(new LinkInline(link(element), List.copyOf(linked.pieces)));
                }
            }
        }
    }

    private static Link link(Element element) {
        String rel = Blocks.attribute(element, "rel");
        return new Link(
                element.attr("href"),
                Blocks.attribute(element, "title"),
                rel == null
                        ? null
                        : Stream.of(rel.split(" "))
                                .map(one -> LinkRelation.valueOf(one.toUpperCase(Locale.ROOT)))
                                .toList());
    }

    private static ImageInline image(Element element) {
        return new ImageInline(
                element.attr("src"),
                Blocks.attribute(element, "alt"),
                Blocks.attribute(element, "title"),
                size(element, "width"),
                size(element, "height"));
    }

    private static @Nullable Integer size(Element element, String name) {
        String size = Blocks.attribute(element, name);
        return size == null ? null : Integer.valueOf(size);
    }

    /** Gives all pieces, without spaces and line breaks at the ends, where something was left out. */
    List<Inline> all() {
        endWords();
        int start = 0;
        int end = pieces.size();
        while (start < end && trim(start, "^ +")) {
            start++;
        }
        while (start < end && trim(end - 1, " +$")) {
            end--;
        }
        return List.copyOf(pieces.subList(start, end));
    }

    /** Trims a piece; returns whether nothing is left of it. */
    private boolean trim(int place, String spaces) {
        Inline piece = pieces.get(place);
        if (piece instanceof TextInline text) {
            String kept = text.text().replaceFirst(spaces, "");
            pieces.set(place, new TextInline(kept, text.marks(), text.title(), text.language(), text.direction()));
            return kept.isEmpty();
        }
        return piece instanceof BreakInline;
    }
}
