package dev.standfirst.body;

import java.util.Locale;

/**
 * Why a text that a reader wrote is not taken.
 *
 * @param at what is at fault: a character as {@code U+202E}, a host, a number; never longer than a host can be
 */
public record TextFault(Kind kind, String at) {

    /** What can be wrong with it. The name, once released, is part of the contract, as {@link TextFault#code} writes it. */
    public enum Kind {
        /** A control character, half of a surrogate pair, or what Unicode says is no character. */
        CONTROL_CHARACTER("holds the control character %s"),
        /** A character that turns the direction of all that follows: it can make a text read as another one. */
        DIRECTION_CHARACTER("holds the character %s, which overrides the direction of the text"),
        /** A character that shows nothing, where no script needs it; in names only. */
        INVISIBLE_CHARACTER("holds the invisible character %s"),
        /** A line break; in names only. */
        LINE_BREAK("is longer than one line"),
        /** Quotes in quotes in quotes. */
        QUOTES_TOO_DEEP("holds quotes nested deeper than %s"),
        /** A link to a host whose name is made to be taken for another's. */
        HOMOGRAPH_HOST("links to the host %s, which is written in letters that pass for others"),
        /** Nothing that can be seen. */
        EMPTY("says nothing"),
        /** No letter and no digit; in names only. */
        NO_LETTER("has neither a letter nor a digit");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Names the kind as {@code homograph-host}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Says what is wrong, in a sentence that lacks its subject: {@code holds the control character U+0007}. */
    public String detail() {
        return kind.sentence.formatted(at);
    }
}
