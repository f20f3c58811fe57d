package dev.standfirst.body;

import static java.util.stream.Collectors.joining;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads HTML into a tree and prints one; both in bounded time and depth. */
final class Html {

    /** Above what a sanitised tree can need, so that printing and reading it again gives the same tree. */
    static final int MAX_DEPTH = 128;

    /** The parser takes time in the square of the elements for some nestings (a second for so many); a long story has a thousand. */
    static final int MAX_ELEMENTS = 50_000;

    private Html() {}

    /** Makes the body of an empty document, which prints as compactly as it can. */
    static Element emptyBody() {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body();
    }

    /** Parses a fragment as the inside of a body. Deeper elements become siblings; markup beyond the limit becomes text. */
    static Element parse(String html) {
        Element body = emptyBody();
        // A new parser each time, for it keeps the state of a parse.
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        body.appendChildren(parser.parseFragmentInput(limited(html), body, ""));
        return body;
    }

    /** Prints the inside of a sanitised body, each block on a line of its own. */
    static String print(Element body) {
        return body.children().stream().map(Element::outerHtml).collect(joining("\n"));
    }

    private static String limited(String html) {
        StringBuilder out = new StringBuilder();
        int elements = 0;
        int copied = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            elements += html.startsWith("/", at + 1) ? 0 : 1;
            boolean beyond = elements > MAX_ELEMENTS;
            // An html or body tag is nothing of ours, and merges its attributes into the one there is, comparing all.
            if (beyond || names(html, at + 1, "html") || names(html, at + 1, "body")) {
                out.append(html, copied, at).append(beyond ? "&lt;" : "<x-");
                copied = at + 1;
            }
        }
        return copied == 0 ? html : out.append(html, copied, html.length()).toString();
    }

    private static boolean names(String html, int at, String name) {
        return html.regionMatches(true, at, name, 0, name.length());
    }
}
