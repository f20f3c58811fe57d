package dev.standfirst.comment.spam;

import java.util.List;

/** A layer that can also have a comment turned away, so that nothing of it is kept. */
public interface RefusingLayer extends SpamLayer {

    /** What a layer finds, and whether the comment is to be turned away for it. */
    record Finding(List<Reason> reasons, boolean refuses) {
        public Finding {
            reasons = List.copyOf(reasons);
        }
    }

    Finding find(Submission submission);

    @Override
    default List<Reason> judge(Submission submission) {
        return find(submission).reasons();
    }
}
