package dev.standfirst.body;

/** The characters that a body may be made of. */
final class Characters {

    private Characters() {}

    /** Drops control characters but white space, and replaces halves of surrogate pairs, so that UTF-8 and XML can hold the text. */
    static String legal(String text) {
        if (text.chars().noneMatch(c -> isControl(c) || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !isControl(c))
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isControl(int c) {
        return switch (c) {
            case '\t', '\n', '\f', '\r' -> false;
            case 0xFFFE, 0xFFFF -> true;
            default -> Character.isISOControl(c);
        };
    }
}
