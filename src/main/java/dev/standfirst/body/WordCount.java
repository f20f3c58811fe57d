package dev.standfirst.body;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Counts what there is to read.
 *
 * @param words by the rules of Unicode, without those of the next
 * @param characters of Chinese and Japanese, which is read by the character
 */
record WordCount(int words, int characters) {

    private static final double WORDS_A_MINUTE = 238;
    private static final double CHARACTERS_A_MINUTE = 500;

    private static final int LONG_VOWEL = 'ー';

    /** The first letter of these scripts: a radical. What they have below is no letter, as the tones of Bopomofo. */
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    static WordCount of(String text) {
        // Ideographs are counted alone and hidden from the iterator, which would look each up in a dictionary.
        StringBuilder others = new StringBuilder(text);
        int characters = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int c = text.codePointAt(at);
            if (isReadByTheCharacter(c)) {
                characters++;
                others.replace(at, at + Character.charCount(c), Character.isBmpCodePoint(c) ? " " : "  ");
            }
        }

        BreakIterator iterator = BreakIterator.getWordInstance(ULocale.ROOT);
        iterator.setText(others.toString());
        int words = 0;
        while (iterator.next() != BreakIterator.DONE) {
            if (iterator.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                words++;
            }
        }
        return new WordCount(words, characters);
    }

    int total() {
        return words + characters;
    }

    /** Gives the time it takes to read, rounded to whole minutes, at least 1. */
    int readingMinutes() {
        return (int) Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
    }

    private static boolean isReadByTheCharacter(int c) {
        if (c < FIRST_IDEOGRAPH) { // of nearly all text; to look up a script takes long
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> Character.isLetter(c) || Character.isIdeographic(c);
            default -> c == LONG_VOWEL;
        };
    }
}
