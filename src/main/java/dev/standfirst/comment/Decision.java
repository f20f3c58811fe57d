package dev.standfirst.comment;

import java.util.Set;

/** What a moderator decides on a comment. */
public enum Decision {
    /** Readers see it, and it teaches what is no spam. */
    APPROVE(CommentStatus.APPROVED),
    /** Readers do not see it, and it teaches what is spam. */
    SPAM(CommentStatus.SPAM),
    /** Readers do not see it, for other reasons than spam. */
    TRASH(CommentStatus.TRASH),
    /** It waits again, taken out of spam or trash. */
    RESTORE(CommentStatus.PENDING);

    private static final Set<CommentStatus> REJECTED = Set.of(CommentStatus.SPAM, CommentStatus.TRASH);

    private final CommentStatus status;

    Decision(CommentStatus status) {
        this.status = status;
    }

    /** Where a comment stands afterwards. */
    CommentStatus status() {
        return status;
    }

    /** Whether there is anything to decide so on a comment that stands so. */
    boolean changes(CommentStatus from) {
        return this == RESTORE ? REJECTED.contains(from) : from != status && from != CommentStatus.DELETED;
    }
}
