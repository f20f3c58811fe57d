package dev.standfirst.comment.spam;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text in any script, as they are compared: in one form of Unicode (NFKC), in lower case, without what nobody sees. */
public final class Words {
    /** Characters that are there only to part words from the lists they stand on: controls of format, and the soft hyphen among them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u034f]+");

    /** To be cloned: an iterator holds a text. It knows words of scripts without spaces from dictionaries (UAX 29). */
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

    private Words() {}

    /** Brings a text into the form in which it is compared. */
    public static String folded(String text) {
        String visible =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return Normalizer.normalize(visible.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .replace('’', '\'');
    }

    /** Finds the words of a text, in order. They hold letters, digits, marks and apostrophes, and nothing else. */
    public static List<String> of(String text) {
        return ofFolded(folded(text));
    }

    static List<String> ofFolded(String folded) {
        StringBuilder spaced = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> spaced.appendCodePoint(isPart(c) ? c : ' '));
        BreakIterator breaks = WORDS.clone();
        breaks.setText(spaced.toString());
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(spaced.substring(from, to));
            }
        }
        return words;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || c == '\''
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
