package dev.standfirst.comment.spam.outside;

import java.io.Serial;

/** The service gave no answer; the message says why, without a word of what it was asked. */
public final class CheckerException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    CheckerException(String reason) {
        super(reason, null, false, false);
    }
}
