package dev.standfirst.shared.idempotency;

import java.io.Serial;

/**
 * Ends a request with an answer that is ready to the byte, the first time and when it is repeated: so both are the same. It is thrown
 * because the method of a resource returns a record, and cannot return bytes.
 */
final class Answered extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;
    private final boolean replayed;

    private Answered(Answer answer, boolean replayed) {
        super(null, null, false, false);
        this.answer = answer;
        this.replayed = replayed;
    }

    static Answered now(Answer answer) {
        return new Answered(answer, false);
    }

    static Answered before(Answer answer) {
        return new Answered(answer, true);
    }

    Answered with(Answer other) {
        return new Answered(other, replayed);
    }

    Answer answer() {
        return answer;
    }

    /** Whether it was answered before, and nothing was done now. */
    boolean isReplayed() {
        return replayed;
    }
}
