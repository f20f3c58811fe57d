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

    static WordCount of(String text) {
        // Ideographs are counted alone and hidden from the iterator, which would look each up in a dictionary.
        StringBuilder others = new StringBuilder(text.length());
        text.codePoints().forEach(c -> others.appendCodePoint(isReadByTheCharacter(c) ? ' ' : c));
        int characters =
                (int) text.codePoints().filter(WordCount::isReadByTheCharacter).count();

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
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> Character.isLetter(c) || Character.isIdeographic(c);
            default -> c == LONG_VOWEL;
        };
    }
}
