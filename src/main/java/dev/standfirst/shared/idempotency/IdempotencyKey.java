package dev.standfirst.shared.idempotency;

import dev.standfirst.shared.problem.RequestProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Idempotency-Key}: a string of RFC 9651 in quotes, or the same characters without them. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[!#-\\[\\]-~]|\\\\[\"\\\\])*)\"");

    /** Without what ends a string, escapes in it, or separates members and parameters. */
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");

    private IdempotencyKey() {}

    /**
     * Returns the key, or nothing where none was sent.
     *
     * @param fields the values of all header fields of the name
     * @throws dev.standfirst.shared.problem.ProblemException {@link RequestProblem#INVALID_HEADER} if there are several, or it is not 1 to
     *     255 visible characters of ASCII
     */
    static Optional<String> read(List<String> fields) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (fields.size() > 1) {
            throw invalid("is given more than once");
        }
        return Optional.of(text(fields.get(0))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .orElseThrow(() -> invalid("must be 1 to 255 visible ASCII characters, best in quotes")));
    }

    private static Optional<String> text(String field) {
        Matcher quoted = QUOTED.matcher(field);
        if (quoted.matches()) {
            return Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return Optional.of(field).filter(bare -> BARE.matcher(bare).matches());
    }

    private static RuntimeException invalid(String detail) {
        return RequestProblem.INVALID_HEADER
                .because("The Idempotency-Key cannot be read.")
                .with(RequestProblem.INVALID_HEADER.inHeader(HEADER, detail));
    }
}
