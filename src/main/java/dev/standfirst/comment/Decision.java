package dev.standfirst.comment;

import dev.standfirst.comment.spam.learned.Lesson;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a moderator decides on a comment. */
public enum Decision {
    /** Readers see it, and it teaches what is no spam. */
    APPROVE(CommentStatus.APPROVED, Lesson.Verdict.HAM),
    /** Readers do not see it, and it teaches what is spam. */
    SPAM(CommentStatus.SPAM, Lesson.Verdict.SPAM),
    /** Readers do not see it, for other reasons than spam. */
    TRASH(CommentStatus.TRASH, null),
    /** It waits again, taken out of spam or trash. */
    RESTORE(CommentStatus.PENDING, null);

    private static final Set<CommentStatus> REJECTED = Set.of(CommentStatus.SPAM, CommentStatus.TRASH);

    private final CommentStatus status;

    private final Lesson.@Nullable Verdict verdict;

    Decision(CommentStatus status, Lesson.@Nullable Verdict verdict) {
        this.status = status;
        this.verdict = verdict;
    }

    /** What is learned from it about spam; null where nothing is. */
    Lesson.@Nullable Verdict verdict() {
        return verdict;
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
