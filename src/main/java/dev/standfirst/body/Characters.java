package dev.standfirst.body;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.standfirst.body.TextFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The characters that a body may be made of, and those that readers may write. */
final class Characters {

    /** So many faults are enough to see what is wrong. */
    private static final int MAX_FAULTS = 10;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** What Markdown means by itself shows, and says nothing. */
    private static final String MARKS = "*_~`>";

    private Characters() {}

    /** Drops control characters but white space, and replaces halves of surrogate pairs, so that UTF-8 and XML can hold the text. */
    static String legal(String text) {
        if (text.chars().noneMatch(c -> isControl(c) || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !isControl(c))
                .map(c -> isHalf(c) ? '\uFFFD' : c)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** Says which characters of a text readers may not write: controls but tabs and line breaks, and overrides of direction. */
    static List<TextFault> faultsOfText(String text) {
        return text.codePoints()
                .filter(c -> isForbidden(c) || turnsDirection(c))
                .distinct()
                .limit(MAX_FAULTS)
                .mapToObj(Characters::fault)
                .toList();
    }

    /** Says what is wrong with a name. */
    static List<TextFault> faultsOfName(String name) {
        int[] characters = name.codePoints().toArray();
        List<TextFault> faults = new ArrayList<>();
        IntStream.range(0, characters.length)
                .filter(i -> isFaultyInName(characters, i))
                .map(i -> characters[i])
                .distinct()
                .limit(MAX_FAULTS)
                .mapToObj(Characters::fault)
                .distinct()
                .forEach(faults::add);
        if (name.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) && !isInvisible(c))) {
            faults.add(new TextFault(Kind.NO_LETTER, ""));
        }
        return faults;
    }

    /** Says whether there is anything to see but marks of Markdown, and marks without a letter below them. */
    static boolean showAnything(String text) {
        return text.codePoints().anyMatch(c -> MARKS.indexOf(c) < 0 && shows(c));
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> c != 0x2800 && !isInvisible(c); // the Braille pattern without a dot is a symbol to Unicode
        };
    }

    private static TextFault fault(int c) {
        String name = "U+%04X".formatted(c);
        if (isLineBreak(c)) {
            return new TextFault(Kind.LINE_BREAK, "");
        } else if (turnsDirection(c)) {
            return new TextFault(Kind.DIRECTION_CHARACTER, name);
        }
        return new TextFault(
                isControl(c) || isForbidden(c) || c == '\t' ? Kind.CONTROL_CHARACTER : Kind.INVISIBLE_CHARACTER, name);
    }

    private static boolean isFaultyInName(int[] name, int i) {
        int c = name[i];
        if (isLineBreak(c) || c == '\t' || isForbidden(c) || turnsDirection(c)) {
            return true;
        }
        return isInvisible(c) && !isPlainMark(c) && !(isJoiner(c) && i > 0 && mayBeJoined(name[i - 1]));
    }

    /** What Unicode has for text that goes both ways without taking hold of what follows, and what chooses between forms of a sign. */
    private static boolean isPlainMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }

    /** Says whether a joiner means something after the character: in Arabic, in the scripts of India, between emoji. */
    private static boolean mayBeJoined(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN, HEBREW, HAN, HANGUL, HIRAGANA, KATAKANA -> false;
            default -> !Character.isWhitespace(c) && !Character.isDigit(c) && (isPlainMark(c) || !isInvisible(c));
        };
    }

    /** Says whether a character shows nothing of its own, in the eyes of Unicode; the fillers of Hangul, which are letters, among them. */
    private static boolean isInvisible(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    /** Embeddings, overrides and isolates, with what ends them. */
    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isForbidden(int c) {
        return c == '\f' || isControl(c) || isHalf(c);
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isControl(int c) {
        return switch (c) {
            case '\t', '\n', '\f', '\r' -> false;
            case 0xFFFE, 0xFFFF -> true;
            default -> Character.isISOControl(c);
        };
    }
}
