package dev.standfirst.comment.spam.learned;

/** A comment, and what the desk said it is. */
public record Lesson(Writing writing, Verdict verdict) {

    /** What a comment is. */
    public enum Verdict {
        HAM,
        SPAM
    }
}
