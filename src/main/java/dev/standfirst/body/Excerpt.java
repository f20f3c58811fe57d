package dev.standfirst.body;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.jsoup.nodes.Element;

/** Cuts the beginning of the running text for a teaser. */
final class Excerpt {

    /** The longest excerpt in characters (UTF-16), without its ellipsis. */
    static final int LENGTH = 200;

    private Excerpt() {}

    /** Gives the running text on one line; a longer one ends at a word, or where there is none near, at a whole character. */
    static String of(Element body) {
        String text = PlainText.running(body);
        if (text.length() <= LENGTH) {
            return text;
        }
        int cut = text.charAt(LENGTH) == ' ' ? LENGTH : boundary(BreakIterator.getLineInstance(ULocale.ROOT), text);
        if (cut < LENGTH / 2) {
            cut = boundary(BreakIterator.getCharacterInstance(ULocale.ROOT), text);
        }
        return withoutEnd(text.substring(0, cut)) + "…";
    }

    private static int boundary(BreakIterator iterator, String text) {
        iterator.setText(text.substring(0, Math.min(text.length(), 2 * LENGTH)));
        return iterator.preceding(LENGTH + 1);
    }

    /** Takes off what reads badly before an ellipsis: space, and marks that announce more. */
    private static String withoutEnd(String text) {
        return text.replaceFirst("[\\s\\p{Z},;:.…–—(-]+$", "");
    }
}
