package dev.standfirst.comment.spam.outside;

import dev.standfirst.comment.spam.Submission;
import dev.standfirst.comment.spam.learned.Lesson.Verdict;

/** A service that tells spam by what other sites see. */
public interface OutsideChecker {

    /** What it says. */
    enum Answer {
        HAM,
        SPAM,
        /** Spam that no person needs to look at. */
        BLATANT_SPAM
    }

    /** Whether the site uses one: without, nothing is sent anywhere. */
    boolean isOn();

    /**
     * Asks about a comment, and waits for the answer, but only as long as a reader would.
     *
     * @throws CheckerException if there is none
     */
    Answer check(Submission submission) throws CheckerException;

    /**
     * Tells it what the desk decided, for it to learn. It returns at once and never fails: what cannot be told is lost. Call it when the
     * decision is committed, and only for comments that a person decided on.
     */
    void teach(Submission submission, Verdict verdict);
}
