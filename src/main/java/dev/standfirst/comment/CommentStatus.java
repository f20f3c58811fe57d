package dev.standfirst.comment;

/** Where a comment stands. */
public enum CommentStatus {
    /** It waits for a moderator. */
    PENDING,
    /** Readers see it. */
    APPROVED,
    /** It was taken for spam, by a moderator or by rules. */
    SPAM,
    /** A moderator does not want it. */
    TRASH,
    /** Its text and its author are gone; it only holds its place. */
    DELETED
}
