package dev.standfirst.comment;

import dev.standfirst.body.DerivedComment;
import dev.standfirst.comment.spam.Judgement;
import dev.standfirst.comment.spam.Submission;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The comment of a request, between being looked at and being kept. */
@RequestScoped
class Prepared {
    private @Nullable Comment comment;

    /** A comment that was derived and judged. */
    record Comment(Submission sent, DerivedComment derived, Judgement judgement) {}

    void put(Comment looked) {
        comment = looked;
    }

    Optional<Comment> take() {
        return Optional.ofNullable(comment);
    }
}
