package dev.standfirst.body;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the words off a sanitised tree, with as much of its structure as plain text can show. */
final class PlainText {

    private static final String PARAGRAPHS = "\n\n";
    private static final String LINES = "\n";
    private static final String WORDS = " ";
    private static final List<String> GAPS = List.of("", WORDS, LINES, PARAGRAPHS);

    private static final Set<String> NOT_RUNNING =
            Set.of("h2", "h3", "h4", "h5", "h6", "table", "pre", "figure", "section", "summary");

    private final StringBuilder text = new StringBuilder();
    private final boolean runningOnly;

    /** What to write before the next words: the widest of the gaps that were met since the last. */
    private String gap = "";

    private PlainText(boolean runningOnly) {
        this.runningOnly = runningOnly;
    }

    /** Gives all the words of a body, as {@link DerivedBody#text} describes them. */
    static String of(Element body) {
        return new PlainText(false).read(body, PARAGRAPHS);
    }

    /** Gives the words of a heading or a link, on one line. */
    static String line(Element element) {
        return new PlainText(false).read(element, WORDS);
    }

    /** Gives the words of a body's running text on one line: no headings, tables, code, captions, footnotes. */
    static String running(Element body) {
        return new PlainText(true).read(body, WORDS);
    }

    private String read(Element tree, String between) {
        write(tree, between);
        trim();
        return text.toString();
    }

    private void write(Element element, String between) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                append(isCode(element) ? words.getWholeText() : spaced(words.getWholeText()));
            } else if (node instanceof Element child && !isLeftOut(child)) {
                write(child, child.normalName(), between);
            }
        }
    }

    private void write(Element child, String name, String between) {
        switch (name) {
            case "br" -> widen(between.equals(WORDS) ? WORDS : LINES);
            case "td", "th" -> {
                if (child.previousElementSibling() != null) {
                    separateCells(between);
                }
                write(child, WORDS);
            }
            default -> {
                boolean block = Allowed.isBlock(child);
                widen(block ? between : "");
                write(child, isOfLines(name) && !between.equals(WORDS) ? LINES : between);
                widen(block ? between : "");
            }
        }
    }

    private static boolean isOfLines(String name) {
        return switch (name) {
            case "ul", "ol", "dl", "table" -> true;
            default -> false;
        };
    }

    /** Leaves out the calls of footnotes, the ways back from them, and the readings beside ideographs. */
    private boolean isLeftOut(Element element) {
        return switch (element.normalName()) {
            case "rt", "rp" -> true;
            case "a" -> Anchors.connects(element);
            case "li" -> runningOnly && element.hasAttr("id");
            default -> runningOnly && NOT_RUNNING.contains(element.normalName());
        };
    }

    private static boolean isCode(Element element) {
        Element around = element.parent();
        return around != null && around.nameIs("pre");
    }

    /** Gives words as they go on here: what was left out before them leaves no second space, and none at the start of a line. */
    private String spaced(String words) {
        boolean apart = !gap.isEmpty() || text.isEmpty() || " \t".indexOf(text.charAt(text.length() - 1)) >= 0;
        return apart ? words.replaceFirst("^ +", "") : words;
    }

    private void separateCells(String between) {
        if (between.equals(WORDS)) {
            widen(WORDS);
        } else {
            gap = gap.equals(WORDS) ? "" : gap;
            append("\t");
        }
    }

    private void widen(String met) {
        gap = GAPS.indexOf(met) > GAPS.indexOf(gap) ? met : gap;
    }

    private void append(String words) {
        if (words.isEmpty()) {
            return;
        }
        if (!gap.isEmpty()) {
            trim();
            boolean ahead = text.isEmpty() || (gap.equals(WORDS) && text.charAt(text.length() - 1) == '\t');
            text.append(ahead ? "" : gap);
            gap = "";
        }
        text.append(words);
    }

    private void trim() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        text.setLength(end);
    }
}
